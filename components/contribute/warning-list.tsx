import { useLocale, useTranslations } from "next-intl";
import type { EntryWarning, HomeElsewhere, NamedClaim, NearClaim } from "@/lib/domain/entry-warnings";
import type { Quantity } from "@/lib/domain/quantity";
import type { WaitingAlike } from "@/lib/features/entries/view/waiting-alike";
import { formatDate } from "@/lib/shared/format/day";
import { formatMoment, type MomentWords } from "@/lib/shared/format/moment";
import { formatNumber, formatQuantity, type QuantityWords } from "@/lib/shared/format/quantity";
import { plainText } from "@/lib/shared/i18n/local-text";
import { LANGUAGE_NAMES, type Locale } from "@/lib/shared/i18n/locales";
import { TakeRecorded } from "./take-recorded";

type Props = {
  warnings: readonly EntryWarning[];
  /** What others wait with that may say the same, for moderators alone. */
  waiting?: readonly WaitingAlike[];
  /** It stands in the form itself, where a press can put right what is told. */
  inForm?: boolean;
};

/** What to look at in an entry, in sentences. */
export function WarningList({ warnings, waiting = [], inForm = false }: Props) {
  return (
    <ul className="list-disc ps-5">
      {waiting.length > 0 ? <Waiting waiting={waiting} /> : null}
      {warnings.map((warning) => (
        <li key={`${warning.code} ${warning.field}`}>
          <OneWarning warning={warning} />
          {inForm && warning.code === "source_known" ? <TakeRecorded field={warning.field} id={warning.id} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** More would push the entry itself out of sight. */
const WAITING_SHOWN = 4;

/** What is read first: two who send the same are to be decided together, before all those with the same number. */
function Waiting({ waiting }: { waiting: readonly WaitingAlike[] }) {
  const t = useTranslations("contribute.warnings");
  const inTurn = waiting.toSorted((one, other) => Number(other.isSameNumber) - Number(one.isSameNumber));
  const more = inTurn.slice(WAITING_SHOWN);
  return (
    <li>
      {t("waiting", { count: waiting.length })}
      <WaitingLinks waiting={inTurn.slice(0, WAITING_SHOWN)} />
      {more.length > 0 ? (
        <details>
          <summary className="py-1">{t("moreWaiting", { count: more.length })}</summary>
          <WaitingLinks waiting={more} />
        </details>
      ) : null}
    </li>
  );
}

function WaitingLinks({ waiting }: { waiting: readonly WaitingAlike[] }) {
  const locale = useLocale();
  const t = useTranslations("contribute.warnings");
  return (
    <ul className="list-[circle] ps-5">
      {waiting.map(({ id, handle, isSameNumber }) => (
        <li key={id}>
          <a href={`/${locale}/moderate/${id}`} className="inline-block py-1">
            {t("other", { handle, same: isSameNumber === null ? "none" : isSameNumber ? "yes" : "no" })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function OneWarning({ warning }: { warning: EntryWarning }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("contribute.warnings");
  const amount = useAmount();
  switch (warning.code) {
    case "likely_duplicate":
      return (
        <>
          {t("likely_duplicate")}
          <ul className="list-[circle] ps-5">
            {warning.records.map(({ id, text, day }) => (
              <li key={id}>
                {[day && formatDate(day, locale), plainText(text, locale)].filter(Boolean).join(": ")}{" "}
                <Records ids={[id]} />
              </li>
            ))}
          </ul>
        </>
      );
    case "own_waiting":
      return <OwnWaiting ids={warning.ids} />;
    case "leads_to_person":
      return t("leads_to_person", { found: warning.found.join(", ") });
    case "claims_there":
      return <Claims claims={warning.claims} range={warning.range} />;
    case "claims_near":
      return <NearClaims claims={warning.claims} />;
    case "above_workforce":
      return (
        <>
          {t("above_workforce", { size: amount(warning.size) })} <Records ids={[warning.id]} />
        </>
      );
    case "place_elsewhere":
      return <Elsewhere told={warning} />;
    case "above_population":
      return t("above_population", { population: formatNumber(warning.population, locale) });
    case "source_known":
      return (
        <>
          {t("source_known", { id: warning.id })} <Records ids={[warning.id]} />
        </>
      );
    case "other_language":
      return t("other_language", { language: LANGUAGE_NAMES[warning.language] });
    case "before_wave":
      return t("before_wave", { day: warning.firstDay });
    case "looks_like_words":
      return warning.read === null
        ? t("looks_like_words", { typed: warning.typed })
        : t("words_read", { typed: warning.typed, read: amount(warning.read) });
  }
}

function Elsewhere({ told: { id, names, place, homes } }: { told: HomeElsewhere }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("contribute.warnings");
  const named = { workforce: plainText(names, locale), place: plainText(place, locale) };
  return (
    <>
      {t("place_elsewhere", { ...named, homes: homes.map((home) => plainText(home, locale)).join(", ") })}{" "}
      <Records ids={[id]} />
    </>
  );
}

function useAmount(): (quantity: Quantity) => string {
  const locale = useLocale() as Locale;
  const words = useTranslations("site.quantity") as unknown as QuantityWords;
  return (quantity) => formatQuantity(quantity, locale, words);
}

/** "Union: 75 %; employer: 40 %", and what is accepted of it. */
function Claims({ claims, range }: { claims: readonly NamedClaim[]; range: Quantity | null }) {
  const t = useTranslations("contribute.warnings");
  const amount = useAmount();
  return (
    <>
      {t("claims_there")}
      <ul className="list-[circle] ps-5">
        {claims.map((claim) => (
          <li key={claim.id}>
            <OneClaim claim={claim} />
          </li>
        ))}
      </ul>
      {range === null ? null : t("accepted", { range: amount(range) })}
    </>
  );
}

/** "January 2023: press, The Diplomat: about 10,000" */
function NearClaims({ claims }: { claims: readonly NearClaim[] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("contribute.warnings");
  const words = useTranslations("site.moment") as unknown as MomentWords;
  return (
    <>
      {t("claims_near")}
      <ul className="list-[circle] ps-5">
        {claims.map(({ asOf, timeZone, ...claim }) => (
          <li key={claim.id}>
            {formatMoment(asOf, { locale, timeZone, words, withYear: true })}: <OneClaim claim={claim} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneClaim({ claim: { id, claimant, claimantNames, quantity } }: { claim: NamedClaim }) {
  const locale = useLocale() as Locale;
  const who = useTranslations("entries.claimants");
  const amount = useAmount();
  return (
    <>
      {[who(claimant), plainText(claimantNames, locale)].filter(Boolean).join(", ")}:{" "}
      <strong>{amount(quantity)}</strong> <Records ids={[id]} />
    </>
  );
}

/** Their own entries, which they may open beside the form. */
function OwnWaiting({ ids }: { ids: readonly string[] }) {
  const locale = useLocale();
  const t = useTranslations("contribute.warnings");
  return (
    <>
      {t("own_waiting")}{" "}
      {ids.map((id, at) => (
        <a
          key={id}
          href={`/${locale}/contribute/${id}`}
          target="_blank"
          rel="noreferrer"
          className="me-2 inline-block py-1"
        >
          {t("own", { number: at + 1 })}
        </a>
      ))}
    </>
  );
}

/** Opened beside the form, so that nothing of what was typed is left. */
function Records({ ids }: { ids: readonly string[] }) {
  const locale = useLocale();
  return ids.map((id) => (
    <a key={id} href={`/${locale}/records/${id}`} target="_blank" rel="noreferrer" className="me-2 inline-block py-1">
      {id}
    </a>
  ));
}
