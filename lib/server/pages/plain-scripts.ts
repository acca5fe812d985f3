const flightScript = /(<script>self\.__next_f\.push\()([\s\S]*?)(\)<\/script>)/g;

// An even number of backslashes before it: the escape itself, not a text that spells one.
const escaped = /(?<!\\)((?:\\\\)*)\\u00(3c|3e|26)(?=(\/?script|!--)?)/gi;
const letters: Record<string, string> = { "3c": "<", "3e": ">", "26": "&" };

/**
 * Next writes the page a second time, for React, with every "<", ">" and "&" as an escape. Written plainly the
 * string is the same, and compression finds the first copy in it: a sixth less to send. What could end the script
 * (`</script`, `<script`, `<!--`) stays escaped.
 */
export function plainScripts(html: string): string {
  return html.replace(flightScript, (_, open: string, code: string, close: string) => {
    const plain = code.replace(
      escaped,
      (whole: string, backslashes: string, which: string, danger: string | undefined) =>
        which.toLowerCase() === "3c" && danger !== undefined ? whole : `${backslashes}${letters[which.toLowerCase()]}`,
    );
    return `${open}${plain}${close}`;
  });
}
