/** Attributes that Recharts and React leave on elements and that say nothing to a reader of the drawing. */
const NOISE = /\s(?:style|class|tabindex|orientation|angle|cursor|index|type)="[^"]*"/g;
/** Places of the axis or the area that Recharts repeats on elements that do not read them. */
const IDLE = {
  text: /\s(?:height|width)="[^"]*"/g,
  line: /\s(?:height|width|x|y)="[^"]*"/g,
  path: /\s(?:height|width|x|y|x1|x2|y1|y2|radius)="[^"]*"/g,
};
const TAG = /<[a-zA-Z][^>]*>/g;
const PLACE = /\s(?!href=)[\w:-]+="[^"]*"/g;

/**
 * The `<svg>` element of a drawing, small and plain: no style attribute (a strict policy refuses it, and a file has no
 * use for it), no class of a library, no empty group, places to a hundredth of a pixel. It is
 * well-formed XML, and the id that Recharts counts up is the drawing's own, so that one drawing is always one text.
 */
export function cleanSvg(html: string, idPrefix: string): string {
  const svg = /<svg[\s\S]*<\/svg>/.exec(html)?.[0];
  if (svg === undefined) throw new Error("The chart drew nothing.");
  const plain = svg
    .replaceAll(TAG, cleanTag)
    .replaceAll(/recharts\w*-clip(?=[")])/g, `${idPrefix}-clip`)
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll(/<(title|desc)><\/\1>/g, "")
    .replaceAll(/<(path|rect|line|circle|stop|use)([^>]*)><\/\1>/g, "<$1$2/>");
  return inSingleQuotes(dropEmptyGroups(plain).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'));
}

/** A page carries the drawing once more inside a script, where every double quote would take four characters. */
function inSingleQuotes(svg: string): string {
  return svg.replaceAll(TAG, (tag) =>
    tag.replaceAll(/="([^"]*)"/g, (_, value: string) => `='${value.replaceAll("'", "&#39;")}'`),
  );
}

function cleanTag(tag: string): string {
  return tag
    .replaceAll(NOISE, "")
    .replaceAll(PLACE, (attribute) => {
      if (/NaN|undefined|Infinity/.test(attribute)) throw new Error("The drawing holds a place that is no number.");
      return attribute.replaceAll(/\d+\.\d{3,}/g, (long) => String(Number(Number(long).toFixed(2))));
    })
    .replace(/^<(text|line|path)\b.*/s, (whole, name: keyof typeof IDLE) => whole.replaceAll(IDLE[name], ""));
}

function dropEmptyGroups(svg: string): string {
  const less = svg.replaceAll(/<g(?:\s[^>]*)?><\/g>/g, "").replaceAll(/<defs><\/defs>/g, "");
  return less === svg ? svg : dropEmptyGroups(less);
}
