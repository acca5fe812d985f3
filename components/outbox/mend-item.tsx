"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFieldLabel } from "@/components/contribute/entry-problem";
import { useProblemText } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import type { OutboxItem } from "@/lib/shared/outbox/item";
import type { OpenOutbox } from "./open-outbox";

type Props = { item: OutboxItem; outbox: OpenOutbox };

/** What was refused: to be mended where it lies, sent without what is not taken, or as an entry of its own. */
export function MendItem({ item, outbox }: Props) {
  const t = useTranslations("outbox.list");
  const { state, key, images } = item;
  if (state.is !== "refused") return null;
  const refused = Object.entries(state.fields);
  const without = (names: string[]) => void outbox.change(key, new Map(names.map((name) => [name, null])));
  if (state.because === "sent_otherwise") return <OneWay label={t("asNew")} go={() => void outbox.sendAsNew(key)} />;
  if (images.length > 0 && (state.because === "too_large" || "evidence" in state.fields))
    return <OneWay label={t("withoutPhotographs")} go={() => without(["evidence"])} />;
  if (refused.length === 0) return null;
  if (state.because === "check_fields") return <MendFields item={item} outbox={outbox} refused={refused} />;
  if (state.because !== "form_changed") return null;
  return <OneWay label={t("without")} go={() => without(refused.map(([name]) => name))} />;
}

function OneWay({ label, go }: { label: string; go: () => void }) {
  return (
    <p className="my-3">
      <Button onClick={go}>{label}</Button>
    </p>
  );
}

function MendFields({ item, outbox, refused }: Props & { refused: [name: string, why: string][] }) {
  const t = useTranslations("outbox.list");
  const labelOf = useFieldLabel();
  const problem = useProblemText();
  const form = useId();
  const writtenIn = (name: string) => item.fields.find(([each]) => each === name)?.[1] ?? "";
  const mend = (sent: FormData) =>
    outbox.change(item.key, new Map(refused.map(([name]) => [name, String(sent.get(name) ?? "")])));
  return (
    <form
      className="my-3"
      onSubmit={(event) => {
        event.preventDefault();
        void mend(new FormData(event.currentTarget));
      }}
    >
      {refused.map(([name, why]) => (
        <TextArea
          key={name}
          id={`${form}${name}`}
          name={name}
          label={labelOf(name)}
          error={problem(why)}
          defaultValue={writtenIn(name)}
          rows={2}
        />
      ))}
      <Button type="submit" tone="strong">
        {t("mend")}
      </Button>
    </form>
  );
}
