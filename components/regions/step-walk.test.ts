// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { firstToPlay, pageFetcher, takeParts } from "./step-walk";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const page = (map: string, extra = "") =>
  parse(`<h1><span data-at-step="finding">${map} found</span></h1><p id="kept">kept</p>
    <div id="map" data-at-step="map">${map}</div>${extra}`);

describe("the walk through the steps of a map", () => {
  it("takes every part of another moment by its name, and nothing else", () => {
    const here = page("4 January");
    const map = here.getElementById("map");
    takeParts(here, page("5 January", '<div data-at-step="table">new</div>'));
    expect(here.querySelector("h1")?.textContent).toBe("5 January found");
    expect(here.getElementById("map")).toBe(map);
    expect(map?.textContent).toBe("5 January");
    expect(here.getElementById("kept")?.textContent).toBe("kept");
    expect(here.querySelector('[data-at-step="table"]')).toBeNull();
  });

  it("keeps a part that the other page does not have", () => {
    const here = page("4 January", '<div data-at-step="table">old</div>');
    takeParts(here, page("5 January"));
    expect(here.querySelector('[data-at-step="table"]')?.textContent).toBe("old");
  });

  it("fetches each page once, and again only what failed", async () => {
    const get = vi.fn<typeof fetch>();
    get.mockResolvedValueOnce(new Response("", { status: 503 }));
    get.mockImplementation(async () => new Response("<p>here</p>"));
    const fetchPage = pageFetcher(get, parse);
    await expect(fetchPage("?at=1")).rejects.toThrow("503");
    expect((await fetchPage("?at=1")).querySelector("p")?.textContent).toBe("here");
    await Promise.all([fetchPage("?at=1"), fetchPage("?at=2")]);
    expect(get.mock.calls.map(([href]) => href)).toEqual(["?at=1", "?at=1", "?at=2"]);
  });

  it("comes back for a page that is being made, and gives up one that never is", async () => {
    vi.useFakeTimers();
    const coming = () => new Response("", { status: 503, headers: { refresh: "2", "retry-after": "2" } });
    const get = vi.fn<typeof fetch>(async () => coming());
    get.mockResolvedValueOnce(coming()).mockResolvedValueOnce(new Response("<p>made</p>"));
    const fetchPage = pageFetcher(get, parse);
    const made = fetchPage("?at=1");
    await vi.advanceTimersByTimeAsync(2000);
    expect((await made).querySelector("p")?.textContent).toBe("made");
    const never = expect(fetchPage("?at=2")).rejects.toThrow("503");
    await vi.runAllTimersAsync();
    await never;
    vi.useRealTimers();
  });

  it("begins anew when it has come to its end", () => {
    expect([0, 1, 4].map((index) => firstToPlay(index, 5))).toEqual([1, 2, 0]);
  });
});
