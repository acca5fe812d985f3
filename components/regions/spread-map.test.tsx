import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { loadSpread } from "@/lib/features/regions/loaders";
import { spreadView } from "@/lib/features/regions/view/spread";
import { askedStep } from "@/lib/features/regions/view/steps";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { SpreadMap } from "./spread-map";

const record = waveRecordOfFiles(readRecordFiles());
const context = await loadSpread(readingContext(record, await readingWords("en")));

it("lists the notes on method below the map, and draws cuts on it alone", () => {
  const view = spreadView(context, askedStep({}));
  const markup = renderToStaticMarkup(<SpreadMap view={view} context={context} path={{ page: "", anchor: "" }} />);
  const below = markup.slice(markup.lastIndexOf("</details>"));
  expect(below).toContain("Note on method");
  expect(below).not.toContain("Reports cut off");
});
