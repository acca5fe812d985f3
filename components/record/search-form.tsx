import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { RecordWords } from "@/lib/features/records/view/context";

type Props = { here: string; query: string; words: RecordWords };

export function SearchForm({ here, query, words }: Props) {
  return (
    <search className="mb-8 block">
      <form method="get" action={here}>
        <TextField
          id="q"
          name="q"
          type="search"
          label={words("search.label")}
          hint={words("search.hint")}
          defaultValue={query}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button type="submit" tone="strong">
          {words("search.button")}
        </Button>
      </form>
    </search>
  );
}
