/** What stood in a form, by name, and the photographs chosen in it. */
export type Held = {
  values: Readonly<Record<string, string>>;
  files: FileList | null;
  /** For what comes out of the outbox: under which key it lies there, and why it was refused, if it was. */
  kept: { key: string; because: string | null; fields: Readonly<Record<string, string>> } | null;
};

/**
 * What goes with a reader from a form to the same form in another language, or out of the outbox into its form. In the
 * memory of the page alone: nothing of it reaches the device's storage. Written in browsers only, never on the server.
 */
const held = new Map<string, Held>();

export function hold(form: string, typed: Held): void {
  held.set(form, typed);
}

export function heldFor(form: string): Held | null {
  return held.get(form) ?? null;
}

export function letGo(form: string): void {
  held.delete(form);
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: HTMLFormElement): Control[] {
  const isControl = (one: Element): one is Control =>
    one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement;
  return [...form.elements].filter(isControl).filter(({ name, type }) => name !== "" && type !== "submit");
}

/** What a form carries unseen that goes along: its key, and the revision that what is typed was made against. */
const CARRIED: readonly string[] = ["submissionKey", "messageKey", "baseRevision"];

/** Everything that stands in a form now, also in parts that are out of sight. */
export function typedIn(form: HTMLFormElement): Pick<Held, "values" | "files"> {
  const values: Record<string, string> = {};
  let files: FileList | null = null;
  for (const control of controlsOf(form)) {
    const { name, type, value } = control;
    if (type === "hidden" && !CARRIED.includes(name)) continue;
    if (type === "file") files = (control as HTMLInputElement).files;
    else if (type !== "radio" && type !== "checkbox") values[name] = value;
    else if ((control as HTMLInputElement).checked) values[name] = value;
    else values[name] ??= "";
  }
  return { values, files: files && files.length > 0 ? files : null };
}

/** Whether anything stands in it that it did not begin with; typed before scripts ran, nobody was told of it. */
export function isBegun(form: HTMLFormElement): boolean {
  return controlsOf(form).some((control) => {
    if (control.type === "hidden") return false;
    if (control instanceof HTMLSelectElement) {
      const begun = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
      return control.selectedIndex !== Math.max(0, begun);
    }
    if (control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type))
      return control.checked !== control.defaultChecked;
    return control.type === "file" ? control.value !== "" : control.value !== control.defaultValue;
  });
}
