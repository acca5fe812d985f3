const wave = "/waves/kazakhstan-january-2022";
/** Accounts made for the pages that only somebody signed in sees. */
export const people = {
  "chingiz-policy": "contributor",
  "bolat-policy": "moderator",
  "aigerim-policy": "admin",
} as const;
export type Who = keyof typeof people | "reader";

/** Every page of the app by its pattern, with addresses that stand for it; a page missing here fails the first test. */
export const publicPages: Record<string, string[]> = {
  "/[locale]": [""],
  "/[locale]/about": ["/about"],
  "/[locale]/corrections": ["/corrections"],
  "/[locale]/credits": ["/credits"],
  "/[locale]/dictionary": ["/dictionary"],
  "/[locale]/glossary": ["/glossary"],
  "/[locale]/methodology": ["/methodology"],
  "/[locale]/safety": ["/safety"],
  "/[locale]/search": ["/search", "/search?q=janaozen", "/search?q=%3Cscript%3Ewindow.planted%3D1%3C%2Fscript%3E"],
  "/[locale]/records/[id]": ["F12", "F119", "A10", "S1", "E34", "D1", "C1"].map((id) => `/records/KZ22-${id}`),
  "/[locale]/workforces/[workforce]": ["/workforces/tengizchevroil-oil-workers", "/workforces/kazakhmys-miners"],
  "/[locale]/workforces/[workforce]/sizes": ["/workforces/tengizchevroil-oil-workers/sizes"],
  "/[locale]/waves/[wave]": [wave, `${wave}?at=2022-01-05T20:00`, `${wave}?rule=ccc&known_on=2022-01-15`],
  "/[locale]/waves/[wave]/compare": [
    `${wave}/compare?regions=KZ-MAN,KZ-ATY,KZ-ALA`,
    `${wave}/compare?workforces=tengizchevroil-oil-workers,kazakhmys-miners`,
  ],
  "/[locale]/waves/[wave]/corrections": [`${wave}/corrections`],
  "/[locale]/waves/[wave]/figures": [`${wave}/figures`, `${wave}/figures?claimant=state`],
  "/[locale]/waves/[wave]/totals": [`${wave}/totals`],
  "/[locale]/waves/[wave]/data": [`${wave}/data`],
  "/[locale]/waves/[wave]/demands": [`${wave}/demands`],
  "/[locale]/waves/[wave]/regions/[code]": [`${wave}/regions/KZ-KAR`, `${wave}/regions/KZ-MAN`],
  "/[locale]/waves/[wave]/solidarity": [`${wave}/solidarity`],
  "/[locale]/waves/[wave]/sources": [`${wave}/sources`],
  "/[locale]/waves/[wave]/spread": [`${wave}/spread`],
  "/[locale]/waves/[wave]/timeline": [`${wave}/timeline`, `${wave}/timeline?region=KZ-KAR&kind=nonsense`],
  "/[locale]/waves/[wave]/workforces": [`${wave}/workforces`],
  "/[locale]/[...rest]": ["/no-such-page"],
};
export const personalPages: Record<string, [Who, string][]> = {
  "/[locale]/sign-in": [["reader", "/sign-in"]],
  // Who has not given the passphrase is led to the first step.
  "/[locale]/sign-in/second-step": [["reader", "/sign-in/second-step"]],
  "/[locale]/join/[token]": [["reader", "/join/no-such-token"]],
  "/[locale]/restore/[token]": [["reader", "/restore/no-such-token"]],
  // Without a form to give back it leads to the first page.
  "/[locale]/unsent": [["reader", "/unsent"]],
  "/[locale]/account": [
    ["chingiz-policy", "/account"],
    ["bolat-policy", "/account"],
    ["aigerim-policy", "/account"],
  ],
  "/[locale]/account/second-step": [
    ["chingiz-policy", "/account/second-step"],
    ["bolat-policy", "/account/second-step"],
  ],
  "/[locale]/account/invitations": [["bolat-policy", "/account/invitations"]],
  "/[locale]/admin": [["aigerim-policy", "/admin"]],
  "/[locale]/admin/invitations": [["aigerim-policy", "/admin/invitations"]],
  "/[locale]/admin/waves": [["aigerim-policy", "/admin/waves"]],
  "/[locale]/admin/waves/[wave]": [["aigerim-policy", "/admin/waves/kz22"]],
  "/[locale]/contribute": [["chingiz-policy", "/contribute"]],
  "/[locale]/contribute/outbox": [
    ["reader", "/contribute/outbox"],
    ["chingiz-policy", "/contribute/outbox"],
  ],
  "/[locale]/contribute/new": [
    ["chingiz-policy", "/contribute/new?kind=figure"],
    ["chingiz-policy", "/contribute/new?kind=figure&workforce=KZ22-W11"],
    ["chingiz-policy", "/contribute/new?kind=correction&record=KZ22-F12"],
    ["chingiz-policy", "/contribute/new?kind=action"],
  ],
  "/[locale]/contribute/import": [["chingiz-policy", "/contribute/import"]],
  "/[locale]/moderate/records": [["bolat-policy", "/moderate/records"]],
  "/[locale]/moderate/records/[record]": [["bolat-policy", "/moderate/records/KZ22-F12"]],
  "/[locale]/moderate": [["bolat-policy", "/moderate"]],
  "/[locale]/moderate/people": [["bolat-policy", "/moderate/people"]],
  "/[locale]/moderate/log": [["bolat-policy", "/moderate/log"]],
};
