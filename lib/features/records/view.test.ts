import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { atLeast, exact } from "@/lib/domain/quantity";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { recordView } from "./view";
import { type RecordsWords, recordsContext } from "./view/context";
import { allRecords } from "./view/find";

const record = waveRecordOfFiles(readRecordFiles());
const ids = allRecords(record).map(({ row }) => row.id);

/** The real texts; a key or a value that is missing fails. */
async function wordsIn(locale: Locale): Promise<RecordsWords> {
  const onError = (problem: unknown) => {
    throw problem;
  };
  const translator = { locale, messages: await readMessages(locale), timeZone: "UTC", onError } as const;
  const t = createTranslator({ ...translator, namespace: "record" });
  return {
    locale,
    record: (key, values) => t(key, values),
    action: createTranslator({ ...translator, namespace: "pages.action" }),
    moment: createTranslator({ ...translator, namespace: "site.moment" }),
    quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
  };
}

async function view(id: string, changed: WaveRecord = record, locale: Locale = "en") {
  const asked = { id, publicUrl: "https://turnout.example" };
  const made = recordView([changed], asked, await wordsIn(locale));
  if (made === null) throw new Error(`No view of ${id}`);
  return made;
}

it("says people after a bound in the case that the bound asks for", async () => {
  const { measured } = recordsContext(record, await wordsIn("ru"));
  const people = { unit: "people", approximate: false, unknown: null } as const;
  expect(measured({ ...people, lower: 22, upper: 22 })).toBe("22 человека");
  expect(measured({ ...people, lower: 22, upper: null })).toBe("не менее 22 человек");
  expect(measured({ ...people, lower: 22, upper: 22, approximate: true })).toBe("около 22 человек");
  expect(measured({ ...people, unit: "days", lower: 131, upper: null })).toBe("не менее 131 дня");
});

describe("every record", () => {
  it.each(LOCALES)("says what it is in %s, with a title and no text missing", async (locale) => {
    const words = await wordsIn(locale);
    for (const id of ids) {
      const made = recordView([record], { id, publicUrl: "" }, words);
      expect(made?.title.text, id).toBeTruthy();
      expect(made?.facts.length, id).toBeGreaterThan(0);
      const shown = JSON.stringify({ ...made, citation: "" });
      expect(shown, id).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it("is none when the id is of no record, however it is spelled", async () => {
    const words = await wordsIn("en");
    for (const id of ["KZ22-F9999", "kz22-f12", "KZ22-F012", "XX22-F12", "", "../etc"]) {
      expect(recordView([record], { id, publicUrl: "" }, words)).toBeNull();
    }
  });
});

describe("the figure that is probably an ownership share", () => {
  it("stands with its number, and beside it why it is disputed and which sources contradict it", async () => {
    const { title, claims } = await view("KZ22-F12");
    const [claim] = claims?.claims ?? [];
    expect(title.text).toBe("Participation rate: 75 % (disputed)");
    expect(claims?.disputed).toBe(true);
    expect(claim?.disputeReasons[0]?.text).toMatch(/ownership share/);
    expect(claim?.sources.some((group) => group.citations.some(({ contradicts }) => contradicts))).toBe(true);
    expect(claims?.sentences.join(" ")).toMatch(/Nothing is accepted: 75 % is one claim, and it is disputed/);
    expect(claims?.acceptedBounds).toBeNull();
    expect(claim?.counts).toBe(false);
  });

  it("counts, still marked, as soon as another claim stands beside it", async () => {
    const marked = record.figures.find(({ id }) => id === "KZ22-F12");
    if (marked === undefined) throw new Error("No KZ22-F12");
    const other: FigureRow = { ...marked, id: "KZ22-F9001", quantity: exact(40, "percent"), disputed: false };
    const { claims } = await view("KZ22-F12", { ...record, figures: [...record.figures, other] });
    expect(claims?.acceptedBounds).toEqual({ lower: 40, upper: 75 });
    expect(claims?.claims.map(({ id, counts, disputed }) => [id, counts, disputed])).toEqual([
      ["KZ22-F12", true, true],
      ["KZ22-F9001", true, false],
    ]);
  });

  it("counts two papers with one origin as one origin", async () => {
    const { claims } = await view("KZ22-F12");
    const group = claims?.claims[0]?.sources.find(({ citations }) => citations.some(({ id }) => id === "KZ22-S1"));
    expect(group?.citations.map(({ id }) => id)).toEqual(["KZ22-S1", "KZ22-S3"]);
    expect(group?.sentence).toMatch(/^2 sources, one origin: Statement of the Socialist Movement/);
  });
});

describe("the time of a happening", () => {
  const said = async (id: string) => JSON.stringify((await view(id)).facts);

  it("is that of the clocks where it happened, not of the wave's", async () => {
    const action = record.actions.find(({ id }) => id === "KZ22-A101");
    expect(action?.regionId).toBe("KZ-MAN");
    expect(record.wave.timeZone).toBe("Asia/Almaty");
    expect(await said("KZ22-A101")).toContain("17:20");
    expect(await said("KZ22-A101")).not.toContain("18:20");
  });
});

describe("claims side by side", () => {
  it("are those of one subject, measure and moment, and the accepted range is their span", async () => {
    const { claims, otherTimes } = await view("KZ22-F119");
    expect(claims?.claims.map(({ id }) => id)).toEqual(["KZ22-F119", "KZ22-F120"]);
    expect(claims?.acceptedBounds).toEqual({ lower: 36_831, upper: 38_000 });
    expect(claims?.sentences[0]).toBe(
      "Accepted: 36,831–38,000 people. This is the span of 2 claims, none preferred to another.",
    );
    expect(otherTimes.map(({ href }) => href)).toEqual(["/en/records/KZ22-F121"]);
  });

  it("let a preferred claim decide, and say that the other is shown and not counted", async () => {
    const { claims } = await view("KZ22-F119", preferring("KZ22-F120"));
    expect(claims?.acceptedBounds).toEqual({ lower: 38_000, upper: 38_000 });
    expect(claims?.sentences[0]).toMatch(/one preferred claim; 1 other claim is shown and not counted/);
    expect(claims?.claims.map(({ counts }) => counts)).toEqual([false, true]);
  });

  it("keep unknown unknown, with its words and the rule that made no number of them", async () => {
    const { title, claims } = await view("KZ22-F106");
    expect(title.text).toBe("Workers directly involved: no one has reported a number");
    expect(claims?.sentences[0]).toMatch(/Unknown is not zero/);
    expect(claims?.claims[0]?.rule).toMatch(/turnout.words_kept, version 1/);
    expect(claims?.acceptedBounds).toEqual({ lower: null, upper: null });
  });

  it("say in which language the source's words are", async () => {
    const foreign = record.figures.find(({ wordsLanguage, quantity }) => wordsLanguage === "ru" && quantity.words);
    const { claims } = await view(foreign?.id ?? "");
    expect(claims?.claims.find(({ isThis }) => isThis)?.words?.language).toBe("ru");
  });
});

describe("how the accepted range came about", () => {
  it("says of a size of another group that it is one, wherever it is called accepted", async () => {
    expect((await view("KZ22-H2")).claims?.sentences[1]).toMatch(/wider or narrower group/);
    expect((await view("KZ22-H7")).claims?.sentences.join(" ")).not.toMatch(/wider or narrower group/);
  });

  const sentencesOf = async (changes: Record<string, Partial<FigureRow>>, locale: Locale = "en") =>
    (await view("KZ22-F119", changing(changes), locale)).claims?.sentences ?? [];

  it("says who disagrees and by how much", async () => {
    const quantity = { ...exact(75, "percent") };
    const union = { quantity, claimant: "union", claimantNames: null, claimantName: null } as const;
    const company = { ...union, claimant: "employer", quantity: exact(40, "percent") } as const;
    const changes = { "KZ22-F119": union, "KZ22-F120": company };
    expect((await sentencesOf(changes)).join(" ")).toContain(
      "Disputed: the union says 75 %, the employer says 40 %. They share no number; between them lie 35 percentage points.",
    );
    expect((await sentencesOf(changes, "tr")).join(" ")).toContain("sendika %75, işveren ise %40 diyor");
    expect((await sentencesOf(changes, "ru")).join(" ")).toContain("разрыв между ними — 35 процентных пунктов");
  });

  it("says through whom it is open, which the range alone does not", async () => {
    const open = { "KZ22-F119": { quantity: atLeast(30_000, "people") } };
    expect(await sentencesOf(open)).toContainEqual(
      expect.stringMatching(/^No upper end is named \(Prosecutor General.*\): the range is open above\.$/),
    );
  });

  it("names what was set aside, and gives its reason with the claim", async () => {
    const standingReason = { en: "A slip of the pen." };
    const changes = { "KZ22-F120": { standing: "deprecated", standingReason } } as const;
    expect(await sentencesOf(changes)).toContainEqual(
      expect.stringMatching(/^Set aside and not counted: 38,000 people \(/),
    );
    const { claims } = await view("KZ22-F119", changing(changes));
    expect(claims?.claims.find(({ id }) => id === "KZ22-F120")?.standingReason?.text).toBe("A slip of the pen.");
  });

  it("counts two papers with one agency's text as one witness, and a third as another", async () => {
    const citing = (...ids: string[]) => ({ citations: ids.map(citation) });
    const shared = { "KZ22-F119": citing("KZ22-S1", "KZ22-S3"), "KZ22-F120": citing("KZ22-S4") };
    const sentences = (await sentencesOf(shared)).join(" ");
    expect(sentences).toContain("3 sources carry this, and they go back to 2 origins");
    expect(sentences).toContain("2 of them, one origin: Statement of the Socialist Movement of Kazakhstan");
    const alone = { "KZ22-F119": citing("KZ22-S1", "KZ22-S3"), "KZ22-F120": citing("KZ22-S3") };
    expect((await sentencesOf(alone)).join(" ")).toContain(
      "2 sources carry this, all of one origin, which is one witness",
    );
  });
});

describe("the page of what is counted", () => {
  it("gives an action its claims by measure and moment, each group with its scale and what is accepted", async () => {
    const { figures } = await view("KZ22-A10");
    const [group] = figures?.groups ?? [];
    expect(group?.title).toBe("Participation rate, on that day · 4 January");
    expect(group?.claims.map(({ id }) => id)).toEqual(["KZ22-F12"]);
    expect(group?.scale?.marks["KZ22-F12"]?.at).toBe(75);
  });

  it("has every published figure of an action and of an event on its page once, and says so where there is none", async () => {
    for (const { id } of [...record.actions, ...record.events]) {
      const { figures } = await view(id);
      const own = record.figures.filter(({ actionId, eventId }) => actionId === id || eventId === id);
      const shown = (figures?.groups ?? []).flatMap(({ claims }) => claims.map((claim) => claim.id));
      expect(shown.toSorted(), id).toEqual(own.map((figure) => figure.id).toSorted());
      expect(figures?.none, id).toMatch(/^No one has reported a number/);
    }
  });

  it("gives a workforce its sizes and its own figures, and not those it shares with others", async () => {
    const { figures } = await view("KZ22-W5");
    const shown = (figures?.groups ?? []).flatMap(({ claims }) => claims.map(({ id }) => id));
    expect(shown).toContain("KZ22-F12");
    const sizes = record.workforceSizes.filter(({ workforceId }) => workforceId === "KZ22-W5").map(({ id }) => id);
    expect(shown).toEqual(expect.arrayContaining(sizes));
  });

  it("lists what rests on a source kind by kind, all of it", async () => {
    const { related } = await view("KZ22-S1");
    const rests = allRecords(record).filter(({ row }) =>
      row.citations.some(({ sourceId, contradicts }) => sourceId === "KZ22-S1" && !contradicts),
    );
    const listed = related.filter(({ id }) => id.startsWith("citing_")).flatMap(({ items }) => items);
    expect(listed).toHaveLength(rests.length);
  });
});

describe("a retracted record", () => {
  const retracted: WaveRecord = {
    ...record,
    figures: record.figures.map((row) =>
      row.id === "KZ22-F120" ? { ...row, state: "retracted", retractedReason: "counted twice" } : row,
    ),
  };

  it("keeps its page with the reason, and counts in nothing", async () => {
    const tombstone = await view("KZ22-F120", retracted);
    expect(tombstone.retracted?.reason.text).toBe("counted twice");
    expect(tombstone.retracted?.day).toMatch(/ 20\d\d$/);
    expect(tombstone.claims?.claims.find(({ isThis }) => isThis)?.amount).toBe("38,000 people");
    const { claims } = await view("KZ22-F119", retracted);
    expect(claims?.claims.map(({ id }) => id)).toEqual(["KZ22-F119"]);
    expect(claims?.acceptedBounds).toEqual({ lower: 36_831, upper: 36_831 });
  });
});

function preferring(id: string): WaveRecord {
  return changing({ [id]: { standing: "preferred" } });
}

function changing(changes: Record<string, Partial<FigureRow>>): WaveRecord {
  return { ...record, figures: record.figures.map((row) => ({ ...row, ...changes[row.id] })) };
}

function citation(sourceId: string) {
  return { sourceId, words: null, wordsLanguage: null, reliability: null, contradicts: false };
}
