"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { UNKNOWN_REASONS } from "@/lib/domain/quantity";
import { BOUNDS, MODES, type Mode, SOURCE_LANGUAGES } from "@/lib/features/entries/schema/choices";
import { TypedArea, TypedChoice, TypedFlag, TypedText } from "./typed-fields";
import { type FormTools, useHasScript } from "./use-entry-form";

type Props = { tools: FormTools };

/** The first question of the form. With scripts only the fields of the answer are shown; without, all, each saying when. */
export function SaysFields({ tools }: Props) {
  const t = useTranslations("entries");
  const [mode, setMode] = useState<string>(tools.typed("mode"));
  const hasScript = useHasScript();
  const isShown = (...modes: Mode[]) => !hasScript || (modes as string[]).includes(mode);
  return (
    <>
      <ModeQuestion tools={tools} mode={mode} onMode={setMode} />
      <Part isShown={isShown("number")} legend={t("form.onlyNumber")}>
        <TypedText
          tools={tools}
          name="number"
          label={t("fields.number")}
          hint={t("hints.number")}
          inputMode="decimal"
        />
        <TypedChoice
          tools={tools}
          name="bound"
          label={t("fields.bound")}
          withEmpty={false}
          options={BOUNDS.map((bound) => ({ value: bound, label: t(`bounds.${bound}`) }))}
        />
      </Part>
      <Part isShown={isShown("range")} legend={t("form.onlyRange")}>
        <p className="mb-3 text-sm text-ink-2">{t("hints.range")}</p>
        <TypedText tools={tools} name="lower" label={t("fields.lower")} inputMode="decimal" />
        <TypedText tools={tools} name="upper" label={t("fields.upper")} inputMode="decimal" />
        <TypedFlag tools={tools} name="rangeAbout" label={t("fields.rangeAbout")} />
      </Part>
      <Part isShown={isShown("no_number")} legend={t("form.onlyNone")}>
        <TypedChoice
          tools={tools}
          name="unknownReason"
          label={t("fields.unknownReason")}
          options={UNKNOWN_REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
        />
      </Part>
      <Part isShown legend={t("form.onlyWords")}>
        <TypedArea
          tools={tools}
          name="words"
          label={t("fields.words")}
          hint={`${t("hints.words")} ${t("hints.wordsOnly")}`}
        />
        <TypedChoice
          tools={tools}
          name="wordsLanguage"
          label={t("fields.wordsLanguage")}
          options={Object.entries(SOURCE_LANGUAGES).map(([value, label]) => ({ value, label }))}
        />
      </Part>
    </>
  );
}

type ModeProps = Props & { mode: string; onMode: (mode: string) => void };

function ModeQuestion({ tools, mode, onMode }: ModeProps) {
  const t = useTranslations("entries");
  const error = tools.errorOf("mode");
  const errorId = `${tools.idOf("mode")}-error`;
  return (
    <fieldset className="mb-5" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1 font-semibold">{t("fields.mode")}</legend>
      {MODES.map((one, index) => (
        <p key={one}>
          <label className="inline-flex min-h-11 items-center gap-3">
            <input
              key={tools.typed("mode")}
              id={index === 0 ? tools.idOf("mode") : undefined}
              type="radio"
              name="mode"
              value={one}
              defaultChecked={mode === one}
              onChange={() => onMode(one)}
            />
            {t(`modes.${one}`)}
          </label>
        </p>
      ))}
      {error ? (
        <p id={errorId} className="font-semibold text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

type PartProps = { isShown: boolean; legend: string; children: ReactNode };

/**
 * Hidden parts stay in the form, so that changing one's mind loses nothing, and are not sent; where nothing hides, each
 * says when it is meant.
 */
export function Part({ isShown, legend, children }: PartProps) {
  const hasScript = useHasScript();
  return (
    <fieldset hidden={!isShown} disabled={!isShown} className="mb-5 border-s-2 border-rule-2 ps-4">
      <legend className={hasScript ? "sr-only" : "mb-2 text-sm text-ink-2"}>{legend}</legend>
      {children}
    </fieldset>
  );
}
