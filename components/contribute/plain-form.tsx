"use client";
import { useLocale } from "next-intl";
import type { PlainKind } from "@/lib/features/entries/schema/kinds";
import { EntryFrame, type FrameProps } from "./entry-frame";
import { FormSection } from "./form-section";
import { SaysFields } from "./says-fields";
import { NewSource } from "./source-fields";
import { TypedDay } from "./typed-day";
import { type Choice, TypedArea, TypedChoice, TypedFlag, TypedText } from "./typed-fields";
import type { FormTools } from "./use-entry-form";
import { WhenFields } from "./when-fields";

/** One question of a form, with everything that is offered for it; made on the server in the reader's language. */
export type FormPart = { name: string; label: string; hint?: string } & (
  | { shape: "line" | "area" | "flag" | "day" }
  | { shape: "choice"; options: Choice["options"]; withEmpty: boolean }
  /** Several fields that every form asks in the same way. */
  | { shape: "when" | "says" | "newSource" }
);
export type FormStep = { title: string; parts: FormPart[] };

type Props = {
  frame: FrameProps;
  kind: PlainKind;
  aria: string;
  steps: FormStep[];
  /** What the record has a place for. */
  notes: ("note" | "confidentialNote")[];
};

/** The form of a record of a plain kind: one page, top to bottom, the first question first. */
export function PlainForm({ frame, kind, aria, steps, notes }: Props) {
  const labels = Object.fromEntries(steps.flatMap(({ parts }) => parts.map(({ name, label }) => [name, label])));
  return (
    <EntryFrame
      frame={frame}
      aria={aria}
      recordKind={kind}
      given={{ textLanguage: useLocale() }}
      labels={labels}
      notes={notes}
      withSources={kind !== "source"}
    >
      {(form) =>
        steps.map(({ title, parts }) => (
          <FormSection key={title} title={title}>
            {parts.map((part) => (
              <OnePart key={part.name} part={part} tools={form} possible={frame.possibleInWords} />
            ))}
          </FormSection>
        ))
      }
    </EntryFrame>
  );
}

type PartProps = { part: FormPart; tools: FormTools; possible: FrameProps["possibleInWords"] };

function OnePart({ part, tools, possible }: PartProps) {
  const { name, label, hint } = part;
  const asked = { tools, name, label, hint };
  switch (part.shape) {
    case "choice":
      return <TypedChoice {...asked} options={part.options} withEmpty={part.withEmpty} />;
    case "flag":
      return <TypedFlag {...asked} />;
    case "area":
      return <TypedArea {...asked} />;
    case "day":
      return <TypedDay {...asked} />;
    case "when":
      return <WhenFields tools={tools} possible={possible} untilToday={false} dateHint={hint} />;
    case "says":
      return <SaysFields tools={tools} />;
    case "newSource":
      return <NewSource tools={tools} at={(field) => `sources.0.${field}`} />;
    case "line":
      return <TypedText {...asked} autoComplete="off" />;
  }
}
