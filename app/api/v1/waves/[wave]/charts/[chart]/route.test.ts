import { describe, expect, it, vi } from "vitest";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";

vi.mock("@/lib/features/waves/loaders", () => ({ loadWave: async () => syntheticRecord({ version: 7 }) }));
vi.mock("@/lib/features/figures/loaders", () => ({
  loadChartFile: async () => ({ body: "{}", contentType: "application/json" }),
}));

const { GET } = await import("./route");

describe("how long the data of a chart may be kept", () => {
  it.each([
    ["&v=7", 200, "public, max-age=60"],
    ["", 200, "no-cache"],
    // A page from before a publication keeps its drawing.
    ["&v=6", 404, null],
    ["&v=8", 404, null],
  ])("with %s in the address", async (version, status, cache) => {
    const request = new Request(`http://localhost/reach.json?locale=en${version}`);
    const answer = await GET(request, { params: Promise.resolve({ wave: "one", chart: "reach.json" }) });
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([status, cache]);
  });
});
