import { describe, expect, it } from "vitest";
import { askPauseMs, type Happening, LEFT_MS, newerVersion, nextWatch, RESTING, type Watch } from "./live-watch";

const watchAfter = (happenings: Happening[], canListen = true): Watch =>
  happenings.reduce((watch, happening) => nextWatch(watch, happening, canListen), RESTING);

describe("an open page", () => {
  it("listens while somebody looks at it and rests when nobody has for a while", () => {
    expect(watchAfter(["shown"]).doing).toBe("listening");
    expect(watchAfter(["shown", "opened", "left"])).toEqual(RESTING);
    expect(watchAfter(["shown", "left", "shown"]).doing).toBe("listening");
  });

  it("asks where the browser cannot listen", () => {
    expect(watchAfter(["shown"], false).doing).toBe("asking");
    expect(watchAfter(["shown", "left"], false).doing).toBe("resting");
  });

  it("goes on listening over a short interruption and asks after repeated ones", () => {
    expect(watchAfter(["shown", "opened", "interrupted", "interrupted"]).doing).toBe("listening");
    expect(watchAfter(["shown", "interrupted", "interrupted", "opened", "interrupted"]).doing).toBe("listening");
    expect(watchAfter(["shown", "interrupted", "interrupted", "interrupted"]).doing).toBe("asking");
  });

  it("asks at once where it was refused, and tries again when somebody comes back", () => {
    expect(watchAfter(["shown", "refused"]).doing).toBe("asking");
    expect(watchAfter(["shown", "refused", "shown"])).toEqual({ doing: "listening", failures: 0 });
  });

  it("is not woken by what a connection says that it has left", () => {
    for (const late of ["opened", "interrupted", "refused"] as const) {
      expect(watchAfter(["shown", "left", late])).toEqual(RESTING);
      expect(watchAfter(["shown", "refused", late]).doing).toBe("asking");
    }
  });

  it("gives its connection back before others of the same reader have to wait long", () => {
    expect(LEFT_MS).toBeLessThanOrEqual(10_000);
  });
});

describe("the pause between two questions", () => {
  it("is about two minutes and differs from page to page", () => {
    expect([0, 0.5, 1].map(askPauseMs)).toEqual([90_000, 120_000, 150_000]);
  });
});

describe("a message of a publication", () => {
  it.each([
    ['{"version":8}', 8],
    ['{"version": 12}', 12],
    ['{"version":7}', null],
    ['{"version":6}', null],
    ["{}", null],
    ["", null],
    ['{"version":"9"}', null],
    ["version 9", null],
  ])("%s tells a page of version 7 of %s", (data, version) => {
    expect(newerVersion(data, 7)).toBe(version);
  });
});
