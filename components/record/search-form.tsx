import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type Props = { here: string; query: string; words: Readonly<Record<"label" | "hint" | "button", string>> };

export function SearchForm({ here, query, words }: Props) {
  return (
    <search className="mb-8 block">
      <form method="get" action={here}>
        <TextField
          id="q"
          name="q"
          type="search"
          label={words.label}
          hint={words.hint}
          defaultValue={query}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button type="submit" tone="strong">
          {words.button}
        </Button>
      </form>
    </search>
  );
}
