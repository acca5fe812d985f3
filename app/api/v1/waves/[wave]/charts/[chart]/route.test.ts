import { describe, expect, it, vi } from "vitest";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";

vi.mock("@/lib/features/waves/loaders", () => ({ loadWave: async () => syntheticRecord({ version: 7 }) }));
vi.mock("@/lib/features/figures/loaders", () => ({
  CHART_FILES: ["csv", "svg", "json"],
  loadChartFile: async () => ({ body: "{}", contentType: "application/json" }),
}));

const { GET } = await import("./route");

describe("how long the data of a chart may be kept", () => {
  it.each([
    ["&v=7", "public, max-age=60"],
    ["&v=6", "no-cache"],
    ["", "no-cache"],
  ])("with %s in the address", async (version, cache) => {
    const request = new Request(`http://localhost/reach.json?locale=en${version}`);
    const answer = await GET(request, { params: Promise.resolve({ wave: "one", chart: "reach.json" }) });
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, cache]);
  });
});
