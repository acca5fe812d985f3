import { names, type Roll, tricks } from "../../faults/support/attack-requests";
import { cookieHeader, ownOrigin, site, type Visitor } from "./asking";

export type FuzzedRequest = { text: Buffer; hasBody: boolean; line: string };
type Material = { patterns: readonly string[]; visitors: readonly Visitor[]; actions: readonly string[] };

/** Words where an id, a name, a number or a date belongs. */
const words = [
  ...["", " ", "0", "-1", "1e309", "NaN", "null", "undefined", "true", "[]", "{}", "__proto__", "constructor", "%00"],
  ...["01900000-0000-7000-8000-000000000000", "KZ22-F12", "KZ22-A18", "kz22", "kazakhstan-january-2022", "KZ-KAR"],
  ...["../../../etc/passwd", "..%2f..%2f", "'; DROP TABLE users; --", "<script>alert(1)</script>", "#{7*7}", "{{7*7}}"],
  ...["2022-01-05", "2022-13-45", "9999-12-31T25:61", "\ud83d\ude00", "ＦＵＬＬ", "\u202eright", "a\u0000b", "ı", "ß"],
  ...["approve", "figure", "submit", "en", "yes", "2147483648", "9007199254740993", "-0", "1 200", "٣٤", "½"],
];

/** Names of fields of the product's forms. */
const fields = [
  ...["locale", "entryId", "seenVersion", "verb", "reason", "submissionKey", "intent", "payload", "waveId", "recordId"],
  ...["sources.0.url", "sources.0.quote", "sources.99.url", "changes.note.ru", "changes.__proto__.x", "number", "date"],
  ...["handle", "passphrase", "token", "code", "secondStepCode", "userId", "role", "batchId", "kind", "csv", "table"],
  ...["column.date", "answer.0.order", "fixed.x", "__proto__", "constructor", "toString", "evidence", "file", "text"],
  ...["filter", "bulkId", "pace", "label", "messageKey", "scope", "parts", "ground", "id", "note", "days", "account"],
];

const word = (roll: Roll) =>
  roll.number(12) === 0 ? "x".repeat(roll.number(20_000)) : roll.pick([...words, roll.mark()]);

function target(patterns: readonly string[], roll: Roll): string {
  const path = roll
    .pick(patterns)
    .replace("[locale]", roll.pick(["en", "kk", "ru", "tr", "en", "xx"]))
    .replaceAll(/\[[^\]]+\]/g, () => encodeURIComponent(roll.pick(words)) || "x");
  const query = Array.from({ length: roll.number(4) }, () => {
    const value = roll.number(5) === 0 ? "%E0%A4%A" : encodeURIComponent(roll.pick(words));
    return `${encodeURIComponent(roll.pick([...names, ...fields]))}=${value}`;
  });
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}

const { host } = new URL(site.url);
const boundary = "----fuzzed";

function part(name: string, value: string, roll: Roll): string {
  const file = roll.number(8) === 0 ? '; filename="a.jpg"\r\nContent-Type: image/jpeg' : "";
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
}

/** What leads to an action in a form that was sent without script, right and wrong. */
function actionParts(action: string, roll: Roll): [string, string][] {
  return roll.pick<[string, string][]>([
    [[`$ACTION_ID_${action}`, ""]],
    [
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", JSON.stringify({ id: action, bound: "$@1" })],
      ["$ACTION_1:1", roll.pick(["[null]", "[{}]", "[", '["$K1"]', '["$F2"]', "[1,2,3]"])],
    ],
    [["$ACTION_REF_1", ""]],
    [
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", roll.pick(["{", "null", '{"id":"__proto__","bound":null}', '{"id":7}', "$@9"])],
    ],
    [["$ACTION_KEY", "k"]],
    [],
  ]);
}

/** The two arguments of an action as a script sends them, right and wrong. */
const models = [
  ...['[null,"$K1"]', '["$undefined","$K1"]', "[]", "[null]", "null", "{", '["$K9","$K1"]', '[{"a":"$Q1"},"$K1"]'],
  ...['["$@1","$K1"]', '["$F1","$K1"]', '["$B0"]', '["$n99999999999999999999","$K1"]', '["$D","$K1"]', '["$1:x:y"]'],
  ...['[{"__proto__":{"ok":true}},"$K1"]', '["$i1"]', '["$o0","$K1"]', '["$W1"]', '[["$0"],"$K1"]'],
];

type Body = { type: string; body: string; headers?: string[] };

function bodyOf(material: Material, roll: Roll): Body {
  const action = roll.pick([...material.actions, ...material.actions, "7f".repeat(21), "x", "__proto__"]);
  const some = Array.from({ length: roll.number(8) }, () => [roll.pick(fields), word(roll)] as [string, string]);
  const end = roll.pick([`--${boundary}--\r\n`, `--${boundary}--\r\n`, `--${boundary}--\r\n`, ""]);
  const multipart = (parts: [string, string][]) => ({
    type: roll.number(30) === 0 ? "multipart/form-data" : `multipart/form-data; boundary=${boundary}`,
    body: parts.map(([name, value]) => part(name, value, roll)).join("") + end,
  });
  const header = `Next-Action: ${action}`;
  switch (roll.number(7)) {
    case 0:
    case 1:
      return {
        ...multipart([
          ...some.map(([name, value]): [string, string] => [`_1_${name}`, value]),
          ["0", roll.pick(models)],
        ]),
        headers: [header, "Accept: text/x-component"],
      };
    case 2:
    case 3:
      return multipart([...actionParts(action, roll), ...some]);
    case 4:
      return { type: "text/plain;charset=UTF-8", body: roll.pick(models), headers: [header] };
    case 5:
      return { type: "application/x-www-form-urlencoded", body: new URLSearchParams(some).toString() };
    default:
      return {
        type: roll.pick(["application/json", "text/xml", "image/png", ""]),
        body: roll.pick(["{", "[]", "<a/>", word(roll)]),
      };
  }
}

/** An endless row of different requests for everything that is not public, by whoever is signed in or nobody. */
export function fuzzedRequests(material: Material, roll: Roll): () => FuzzedRequest {
  return () => {
    const method = roll.pick([
      "GET",
      "GET",
      "GET",
      "POST",
      "POST",
      "POST",
      "POST",
      "HEAD",
      "OPTIONS",
      "DELETE",
      "BREW",
    ]);
    const address = target(material.patterns, roll);
    const headers = Array.from({ length: roll.number(3) }, () => roll.pick(tricks)(roll)).filter(
      (one) => !/^(?:Connection|Expect)/.test(one),
    );
    const visitor = roll.pick(material.visitors);
    for (const [name, value] of Object.entries(cookieHeader(visitor))) headers.push(`${name}: ${value}`);
    if (roll.number(4) > 0) for (const [name, value] of Object.entries(ownOrigin)) headers.push(`${name}: ${value}`);
    const sent = method === "POST" ? bodyOf(material, roll) : null;
    const body = Buffer.from(sent?.body ?? "");
    if (sent) headers.push(`Content-Type: ${sent.type}`, `Content-Length: ${body.length}`, ...(sent.headers ?? []));
    const head = `${method} ${address} HTTP/1.1\r\nHost: ${host}\r\n${headers.join("\r\n")}${headers.length > 0 ? "\r\n" : ""}\r\n`;
    const text = Buffer.concat([Buffer.from(head, "latin1"), body]);
    return {
      text,
      hasBody: method !== "HEAD",
      line: `${method} ${address} ${JSON.stringify(sent ?? "").slice(0, 400)}`,
    };
  };
}
