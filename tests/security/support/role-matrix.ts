import { publicPages } from "../../e2e/support/pages";
import type { Who } from "./people";

/**
 * What an address answers: opens (200), leads to signing in, says that the role may not, leads to setting up the second
 * step, is not there (404), takes only what is sent to it (405), or leads somewhere by itself.
 */
export type Answered = "opens" | "signs in" | "refused" | "second step" | "missing" | "leads on" | "only sent to";
export type Row = { at: string; answers: Record<Who, Answered> };

const toAll = (answered: Answered): Row["answers"] => ({
  ...{ nobody: answered, contributor: answered, moderator: answered, admin: answered, auditor: answered },
  ...{ suspended: answered, unsecured: answered },
});

/** A session that ended, or whose account is suspended, is nobody's. */
const signedOut = { nobody: "signs in", suspended: "signs in" } as const;
const anyAccount: Row["answers"] = { ...toAll("opens"), ...signedOut };
const proposing: Row["answers"] = { ...anyAccount, admin: "refused", auditor: "refused" };
const moderating: Row["answers"] = {
  ...{ ...toAll("refused"), ...signedOut },
  ...{ moderator: "opens", unsecured: "second step" },
};
const inviting: Row["answers"] = { ...moderating, admin: "opens" };
const administering: Row["answers"] = { ...toAll("refused"), ...signedOut, admin: "opens" };
const readingLog: Row["answers"] = { ...inviting, auditor: "opens" };
/** Where an own entry or file is asked for by an id that is nobody's. */
const ownMissing: Row["answers"] = { ...toAll("missing"), ...signedOut };

const nothing = "01900000-0000-7000-8000-000000000000";

/** Every page and file that is not the same for everybody. */
export const personalRows: Record<string, Row> = {
  "/[locale]/sign-in": { at: "/en/sign-in", answers: { ...toAll("leads on"), nobody: "opens", suspended: "opens" } },
  "/[locale]/sign-in/second-step": { at: "/en/sign-in/second-step", answers: { ...toAll("leads on"), ...signedOut } },
  "/[locale]/join/[token]": { at: "/en/join/no-such-token", answers: toAll("opens") },
  "/[locale]/restore/[token]": { at: "/en/restore/no-such-token", answers: toAll("opens") },
  "/[locale]/unsent": { at: "/en/unsent", answers: toAll("leads on") },
  "/[locale]/account": { at: "/en/account", answers: anyAccount },
  "/[locale]/account/second-step": { at: "/en/account/second-step", answers: anyAccount },
  "/[locale]/account/invitations": { at: "/en/account/invitations", answers: inviting },
  "/[locale]/admin": { at: "/en/admin", answers: administering },
  "/[locale]/admin/invitations": { at: "/en/admin/invitations", answers: administering },
  "/[locale]/admin/waves": { at: "/en/admin/waves", answers: administering },
  "/[locale]/admin/waves/[wave]": { at: "/en/admin/waves/kz22", answers: administering },
  "/[locale]/contribute": { at: "/en/contribute", answers: anyAccount },
  "/[locale]/contribute/outbox": { at: "/en/contribute/outbox", answers: toAll("opens") },
  "/[locale]/contribute/new": { at: "/en/contribute/new?kind=figure", answers: proposing },
  "/[locale]/contribute/[entry]": { at: `/en/contribute/${nothing}`, answers: ownMissing },
  "/[locale]/contribute/import": { at: "/en/contribute/import", answers: proposing },
  "/[locale]/contribute/import/templates/[kind]": {
    at: "/en/contribute/import/templates/figure",
    answers: proposing,
  },
  "/[locale]/contribute/import/[batch]": {
    at: `/en/contribute/import/${nothing}`,
    answers: { ...ownMissing, admin: "refused", auditor: "refused" },
  },
  "/[locale]/contribute/import/[batch]/read.csv": {
    at: `/en/contribute/import/${nothing}/read.csv`,
    answers: { ...ownMissing, admin: "refused", auditor: "refused" },
  },
  "/[locale]/contribute/import/[batch]/report.csv": {
    at: `/en/contribute/import/${nothing}/report.csv`,
    answers: { ...ownMissing, admin: "refused", auditor: "refused" },
  },
  "/[locale]/moderate": { at: "/en/moderate", answers: moderating },
  "/[locale]/moderate/[entry]": {
    at: `/en/moderate/${nothing}`,
    answers: { ...moderating, moderator: "missing" },
  },
  "/[locale]/moderate/bulk/[bulk]": {
    at: `/en/moderate/bulk/${nothing}`,
    answers: { ...moderating, moderator: "missing" },
  },
  "/[locale]/moderate/people": { at: "/en/moderate/people", answers: inviting },
  "/[locale]/moderate/log": { at: "/en/moderate/log", answers: readingLog },
  "/[locale]/moderate/records": { at: "/en/moderate/records", answers: moderating },
  "/[locale]/moderate/records/[record]": { at: "/en/moderate/records/KZ22-F12", answers: moderating },
  "/api/auth/[...nextauth]": { at: "/api/auth/session", answers: toAll("missing") },
  "/api/evidence/[id]": { at: `/api/evidence/${nothing}`, answers: toAll("missing") },
  "/api/health/live": { at: "/api/health/live", answers: toAll("opens") },
  "/api/health/ready": { at: "/api/health/ready", answers: toAll("opens") },
  "/api/passkeys/confirm": { at: "/api/passkeys/confirm", answers: toAll("only sent to") },
  "/api/passkeys/sign-in": { at: "/api/passkeys/sign-in", answers: toAll("only sent to") },
  "/api/outbox": { at: "/api/outbox", answers: toAll("only sent to") },
};

const wave = "kazakhstan-january-2022";
const values: Record<string, string> = {
  "[wave]": wave,
  "[workforce]": "kazakhmys-miners",
  "[id]": "KZ22-F12",
  "[chart]": "participation.svg",
  "[locale]": "en",
};

/** What only some addresses of a pattern have beside it. */
const beside: Record<string, string> = {
  "/api/v1/waves/[wave]/comparison.csv": "?regions=KZ-MAN,KZ-ATY",
};

/** An address of a public pattern; pages stand in the list of the journeys, files are filled in. */
export function publicAddress(pattern: string): string {
  const page = publicPages[pattern]?.[0];
  if (page !== undefined) return `/en${page}`;
  const filled = pattern.replaceAll(/\[[^\]]+\]/g, (part) => values[part] ?? part);
  return filled + (beside[pattern] ?? "");
}
