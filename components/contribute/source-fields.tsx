"use client";
import { useTranslations } from "next-intl";
import { SOURCE_KINDS, SOURCE_LANGUAGES, SOURCE_SLOTS, SOURCE_TIERS } from "@/lib/features/entries/schema/choices";
import { FoldedPart } from "./folded-part";
import { TypedDay } from "./typed-day";
import { TypedArea, TypedChoice, TypedFlag, TypedText } from "./typed-fields";
import type { FormTools } from "./use-entry-form";

type Props = { tools: FormTools; known: { id: string; label: string }[]; lead?: string };

/** One source in sight, more behind a summary that opens without scripts too. `lead`: where not at least one is needed. */
export function SourceFields({ tools, known, lead }: Props) {
  const t = useTranslations("entries.form");
  const slots = Array.from({ length: SOURCE_SLOTS }, (_, slot) => slot);
  return (
    <>
      <p className="mb-4 max-w-prose">{lead ?? t("sourceLead")}</p>
      <datalist id={tools.idOf("known-sources")}>
        {known.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </datalist>
      {slots.map((slot) =>
        slot === 0 ? (
          <OneSource key={slot} tools={tools} slot={slot} />
        ) : (
          <details key={slot} open={isStarted(tools, slot)} className="mb-5">
            <summary className="min-h-11 py-2">{t("anotherSource")}</summary>
            <OneSource tools={tools} slot={slot} />
          </details>
        ),
      )}
    </>
  );
}

/** Whether anything was said of the source in this place, or refused of it. */
export function isStarted(tools: FormTools, slot: number): boolean {
  return ["existing", "url", "title", "quote", "description"].some((name) => {
    const field = `sources.${slot}.${name}`;
    // What is wrong while it is typed opens nothing: once it is right, the part would shut under the cursor.
    return tools.typed(field) !== "" || tools.refused.includes(field);
  });
}

function OneSource({ tools, slot }: { tools: FormTools; slot: number }) {
  const t = useTranslations("entries");
  const at = (name: string) => `sources.${slot}.${name}`;
  return (
    <fieldset className="mb-5 border-s-2 border-rule-2 ps-4">
      <legend className="mb-2 text-sm text-ink-2">{t("form.sourceNumber", { n: slot + 1 })}</legend>
      <TypedText
        tools={tools}
        name={at("existing")}
        label={`${t("fields.existing")} (${t("form.optional")})`}
        hint={t("hints.existing")}
        list={tools.idOf("known-sources")}
        autoComplete="off"
      />
      <TypedArea tools={tools} name={at("quote")} label={t("fields.quote")} hint={t("hints.quote")} />
      <NewSourceBeside tools={tools} at={at} />
    </fieldset>
  );
}

type At = { tools: FormTools; at: (name: string) => string };

/** A source that is described here, under the names that `at` gives its fields; all of it in sight, as a record of its own. */
export function NewSource({ tools, at }: At) {
  const t = useTranslations("entries");
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t("form.newSource")}</legend>
      <WhatItIs tools={tools} at={at} />
      <MoreOfSource tools={tools} at={at} />
      <NoAddress tools={tools} at={at} />
    </fieldset>
  );
}

/** The same beside a claim: what can be left empty stands folded, with what is taken for it then. */
function NewSourceBeside({ tools, at }: At) {
  const t = useTranslations("entries");
  const isBegun = (...names: string[]) =>
    names.some((name) => tools.typed(at(name)) !== "" || tools.refused.includes(at(name)));
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t("form.newSource")}</legend>
      <WhatItIs tools={tools} at={at} />
      <FoldedPart label={t("form.moreOfSource")} isOpen={isBegun("publisher", "publishedOn", "kind", "tier")}>
        <p className="mb-4 text-sm text-ink-2">{t("form.moreOfSourceLead")}</p>
        <MoreOfSource tools={tools} at={at} />
      </FoldedPart>
      <FoldedPart label={t("form.noAddress")} isOpen={isBegun("noAddress", "description")}>
        <NoAddress tools={tools} at={at} />
      </FoldedPart>
    </fieldset>
  );
}

function WhatItIs({ tools, at }: At) {
  const t = useTranslations("entries");
  return (
    <>
      <TypedText
        tools={tools}
        name={at("url")}
        label={t("fields.url")}
        hint={t("hints.url")}
        inputMode="url"
        maxLength={2000}
        autoComplete="off"
      />
      <TypedText tools={tools} name={at("title")} label={t("fields.title")} />
      <TypedChoice
        tools={tools}
        name={at("language")}
        label={t("fields.language")}
        options={Object.entries(SOURCE_LANGUAGES).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

function MoreOfSource({ tools, at }: At) {
  const t = useTranslations("entries");
  const optional = (label: string) => `${label} (${t("form.optional")})`;
  return (
    <>
      <TypedText tools={tools} name={at("publisher")} label={optional(t("fields.publisher"))} />
      <TypedDay
        untilToday
        tools={tools}
        name={at("publishedOn")}
        label={optional(t("fields.publishedOn"))}
        placeholder="2022-01-05"
      />
      <TypedChoice
        tools={tools}
        name={at("kind")}
        label={t("fields.kind")}
        options={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`sourceKinds.${kind}`) }))}
      />
      <TypedChoice
        tools={tools}
        name={at("tier")}
        label={t("fields.tier")}
        hint={t("hints.tier")}
        options={SOURCE_TIERS.map((tier) => ({ value: tier, label: t(`tiers.${tier}`) }))}
      />
    </>
  );
}

function NoAddress({ tools, at }: At) {
  const t = useTranslations("entries");
  return (
    <>
      <TypedFlag tools={tools} name={at("noAddress")} label={t("fields.noAddress")} />
      <TypedArea
        tools={tools}
        name={at("description")}
        label={`${t("fields.description")} (${t("form.optional")})`}
        hint={t("hints.description")}
      />
    </>
  );
}
