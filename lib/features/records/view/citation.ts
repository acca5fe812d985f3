import type { RecordView } from "../view";

export const CITATION_FORMATS = ["ris", "bib"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

type Cited = Pick<RecordView, "id" | "fixedLink" | "cited">;

/** One record for a reference manager. The day of access is the reader's to add: the file is the same for everybody. */
export function citationFile(cited: Cited, format: CitationFormat): string {
  return format === "ris" ? risOf(cited) : bibtexOf(cited);
}

function risOf({ id, fixedLink, cited }: Cited): string {
  const lines = [
    ["TY", "DATA"],
    ["TI", `${cited.title} (${id})`],
    ["PB", "Turnout"],
    ["PY", cited.year],
    ["ET", cited.edition],
    ["AN", id],
    ["UR", fixedLink.href],
    ["N1", "CC BY 4.0"],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value ?? "")}\r\n`).join("");
}

function bibtexOf({ id, fixedLink, cited }: Cited): string {
  const fields = {
    title: `{${bibtexText(`${cited.title} (${id})`)}}`,
    publisher: "Turnout",
    year: cited.year,
    edition: bibtexText(cited.edition),
    url: fixedLink.href,
    note: "CC BY 4.0",
  };
  const body = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@misc{${id},\n${body.join("")}}\n`;
}

const BIBTEX: Readonly<Record<string, string>> = {
  ...{ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" },
};

/** Braces would end the field and a percent sign the line. */
function bibtexText(text: string): string {
  return oneLine(text).replace(/[\\~^{}%$&#_]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
