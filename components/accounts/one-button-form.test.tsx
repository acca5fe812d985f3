import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { OneButtonForm } from "./one-button-form";

vi.mock("./use-form-action", () => ({ useFormAction: () => ({ state: { ok: true }, send: "" }) }));
vi.mock("./form-problem", () => ({ FormProblem: () => null }));

const shown = (isOver: boolean) =>
  renderToStaticMarkup(
    <OneButtonForm
      action={async () => ({ ok: true })}
      values={{}}
      label="Restore"
      done="Can sign in."
      isOver={isOver}
    />,
  );

describe("a form of one button that was pressed", () => {
  it("says what it did as long as that is so, and offers the button once it is so no more", () => {
    expect(shown(true)).toContain("Can sign in.");
    expect(shown(true)).not.toContain("Restore");
    expect(shown(false)).not.toContain("Can sign in.");
    expect(shown(false)).toContain("Restore");
  });
});
