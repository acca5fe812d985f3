import { flowText } from "@/components/charts/text-flow";
import { CHART_WIDTHS, type ChartHead, type ChartVariant } from "@/lib/shared/chart/chart";
import { LIGHT_PALETTE } from "./light-palette";

export type SvgFileParts = {
  svg: string;
  variant: ChartVariant;
  head: ChartHead;
  /** Where the links of the drawing lead from outside. */
  origin: string;
  /** The page the chart stands on. */
  page: string;
};

const MARGIN = 24;
const SANS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'PT Sans', 'Liberation Sans', sans-serif";
const SERIF = "Georgia, 'Noto Serif', 'PT Serif', 'Times New Roman', serif";

type Face = { size: number; leading: number; look: string; bold?: boolean };
const FACES: Readonly<Record<"finding" | "subtitle" | "footer", Face>> = {
  finding: { size: 21, leading: 27, bold: true, look: `font-family="${SERIF}" font-weight="700" fill="var(--ink)"` },
  subtitle: { size: 12.5, leading: 17, look: 'fill="var(--ink-2)"' },
  footer: { size: 11, leading: 15, look: 'fill="var(--ink-2)"' },
};

/**
 * The drawing as a file that stands alone: the finding above it, sources, coverage and address below, colours of the
 * light page in place of the page's variables, links whole.
 */
export function svgFile({ svg, variant, head, origin, page }: SvgFileParts): string {
  const width = CHART_WIDTHS[variant];
  const finding = wrap(head.finding, FACES.finding, width);
  const subtitle = wrap(head.subtitle, FACES.subtitle, width);
  const credit = `Turnout, CC BY 4.0, ${origin}${page}`;
  const footer = wrap([head.sources.text, head.asOf, head.coverage, credit].join(" · "), FACES.footer, width);
  const subtitleTop = MARGIN + finding.length * FACES.finding.leading;
  const drawingTop = subtitleTop + subtitle.length * FACES.subtitle.leading + 14;
  const footerTop = drawingTop + heightOf(svg) + 12;
  const size = {
    width: width + 2 * MARGIN,
    height: Math.ceil(footerTop + footer.length * FACES.footer.leading + MARGIN / 2),
  };
  const body = [
    `<title>${escapeXml(head.finding)}</title><desc>${escapeXml(head.description)}</desc>`,
    `<rect width="${size.width}" height="${size.height}" fill="var(--paper)"/>`,
    ...textRows(finding, MARGIN, FACES.finding),
    ...textRows(subtitle, subtitleTop, FACES.subtitle),
    svg.replace("<svg", `<svg x="${MARGIN}" y="${drawingTop}"`),
    ...textRows(footer, footerTop, FACES.footer),
  ].join("");
  const box = `viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"`;
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" ${box} font-family="${SANS}">${body}</svg>`;
  const linked = inLightColours(whole).replaceAll(/ href=(["'])\//g, ` href=$1${escapeXml(origin)}/`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${linked}\n`;
}

function heightOf(svg: string): number {
  const height = /viewBox=["']0 0 [\d.]+ ([\d.]+)["']/.exec(svg)?.[1];
  if (height === undefined) throw new Error("The drawing has no size.");
  return Number(height);
}

function wrap(text: string, face: Face, width: number): string[] {
  const lines = flowText([{ text, href: null }], { width, face, maxLines: 4 });
  return lines.map((line) => line.map((piece) => piece.text).join(""));
}

function textRows(lines: readonly string[], top: number, { size, leading, look }: Face): string[] {
  return lines.map(
    (line, index) =>
      `<text x="${MARGIN}" y="${top + index * leading + size}" font-size="${size}" ${look}>${escapeXml(line)}</text>`,
  );
}

function inLightColours(svg: string): string {
  return svg.replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const colour = LIGHT_PALETTE[name as keyof typeof LIGHT_PALETTE];
    if (colour === undefined) throw new Error(`No colour is known by the name ${name}.`);
    return colour;
  });
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
