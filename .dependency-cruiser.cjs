/*
 * The table "Who may import whom" of ARCHITECTURE.md, one rule a row: whatever a row does not list is refused.
 * A row names only files of the project and the two libraries that have one place; npm packages are free otherwise.
 */
const own = "^(app|components|lib|prisma|tests)/";
const shared = "^lib/shared/";
const domain = "^lib/domain/";
const env = "^lib/env\\.ts$";
const prismaClient = "^lib/generated/prisma/";
const part = (names) => `^lib/features/[^/]+/(${names})(/|\\.)`;
const anyFeature = "^lib/features/([^/]+)/";
const server = (names) => `^lib/server/(${names})(/|\\.)`;

// Everything of the server that knows no request: not auth, action-client or pages.
const serverForWrites =
  "db|database-down|transaction|audit|records|logger|published|passphrase|secrets|hashing-queue|known-browser|sign-in-limit|photographs|second-factor|passkeys|passkey-challenge|session-limits|totp|message-text";

/** Files at `from` may import, of the project's own, only what is in `to`. */
function only(name, from, to, fromNot = []) {
  return {
    name,
    severity: "error",
    from: { path: from, pathNot: [...fromNot, "\\.test\\.tsx?$"] },
    to: { path: own, pathNot: to },
  };
}

const forbidden = [
  only(
    "app-composes",
    "^app/",
    ["^app/", "^components/", part("loaders|actions|schema|view"), shared, server("auth"), env],
    ["^app/api/"],
  ),
  only("api-answers", "^app/api/", [
    "^app/",
    part("loaders|actions|data|schema|view"),
    shared,
    server("auth|readiness|action-client"),
    env,
  ]),
  only("ui-knows-no-product", "^components/ui/", ["^components/ui/", shared]),
  only("charts-and-map-draw", "^components/(charts|map)/", ["^components/$1/", "^components/ui/", domain, shared]),
  only(
    "components-of-a-feature",
    "^components/",
    ["^components/", part("actions|schema|view"), domain, shared],
    ["^components/(ui|charts|map)/"],
  ),
  only("loaders-read", part("loaders"), [
    part("data|view|schema"),
    "^lib/features/[^/]+/loaders/",
    server("auth|published|chart-images|sending|sealing"),
    domain,
    shared,
    env,
  ]),
  only("actions-call-one-mutation", part("actions"), [
    part("mutations|schema"),
    "^lib/features/[^/]+/actions/",
    server("auth|action-client|pages"),
    domain,
    shared,
    env,
  ]),
  only("data-and-mutations-touch-the-database", part("data|mutations"), [
    part("data|mutations|schema|view"),
    server(serverForWrites),
    prismaClient,
    domain,
    shared,
    env,
  ]),
  only("view-and-schema-are-pure", part("view|schema"), [
    part("view|schema"),
    domain,
    shared,
    "^lib/generated/(map|schema)/",
  ]),
  only("domain-imports-nothing", domain, [domain]),
  only("shared-knows-no-feature", shared, [shared, domain]),
  only(
    "server-serves",
    "^lib/server/",
    ["^lib/server/", shared, domain, env, prismaClient],
    ["^lib/server/(launch|chart-images)/"],
  ),
  only("launch-starts-everything", "^lib/server/launch/", [
    "^lib/server/",
    env,
    shared,
    domain,
    "^prisma/",
    "^lib/features/(accounts|withholdings)/mutations(/|\\.)",
    "^lib/features/imports/mutations/work-on-imports\\.ts$",
    "^lib/features/entries/mutations/work-on-bulks\\.ts$",
    "^lib/features/[^/]+/data(/|\\.)",
    "^lib/features/addresses/view(/|\\.)",
    prismaClient,
  ]),
  {
    name: "domain-uses-no-package",
    severity: "error",
    from: { path: domain, pathNot: "\\.test\\.ts$" },
    to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "core"] },
  },
  {
    name: "other-features-through-schema-view-data",
    comment: "Across features only what is read is shared.",
    severity: "error",
    from: { path: anyFeature, pathNot: ["\\.test\\.ts$", "^lib/features/imports/mutations/"] },
    to: { path: "^lib/features/", pathNot: ["^lib/features/$1/", part("schema|view|data")] },
  },
  {
    name: "imports-check-as-forms-do",
    comment:
      "A row of a file is held against the record by the very functions that hold a form against it, and by no others.",
    severity: "error",
    from: { path: "^lib/features/imports/mutations/" },
    to: {
      path: "^lib/features/",
      pathNot: [
        "^lib/features/imports/",
        part("schema|view|data"),
        "^lib/features/entries/mutations/(new-records|submit-entry)\\.ts$",
      ],
    },
  },
  {
    name: "public-knows-no-reader",
    comment: "Public pages and files are the same bytes for everybody: nothing they reach may ask who is reading.",
    severity: "error",
    from: { path: ["^app/\\[locale\\]/\\((public|notice)\\)/", "^app/api/v1/"], pathNot: "\\.test\\.ts$" },
    to: { path: server("auth"), reachable: true },
  },
  {
    name: "prisma-in-few-places",
    severity: "error",
    from: {
      pathNot: [
        part("data|mutations"),
        server("db|transaction|audit|records"),
        "^prisma/",
        "^prisma\\.config\\.ts$",
        "^tests/",
        prismaClient,
      ],
    },
    to: { path: [prismaClient, "node_modules/(@prisma|prisma)/"] },
  },
  {
    name: "recharts-in-one-place",
    severity: "error",
    from: { path: own, pathNot: "^components/charts/" },
    to: { path: "node_modules/recharts/" },
  },
  {
    name: "sign-in-library-in-one-place",
    severity: "error",
    from: { path: own, pathNot: ["^lib/server/auth\\.ts$"] },
    to: { path: "node_modules/next-auth/" },
  },
  {
    name: "nothing-imports-tests",
    severity: "error",
    from: { pathNot: "^tests/|\\.config\\.ts$" },
    to: { path: "^tests/" },
  },
  { name: "no-cycles", severity: "error", from: { pathNot: prismaClient }, to: { circular: true } },
  {
    name: "no-import-of-nothing",
    severity: "error",
    from: { pathNot: prismaClient },
    to: { couldNotResolve: true, pathNot: "^(geojson|topojson-specification|server-only)$" },
  },
];

module.exports = {
  forbidden,
  options: {
    parser: "swc",
    doNotFollow: { path: ["node_modules", "^lib/generated/"] },
    exclude: { path: "\\.css$|^\\.next" },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: "tests/architecture/import-alias.cjs" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
