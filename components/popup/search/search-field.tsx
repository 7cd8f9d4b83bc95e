import type { RefObject } from "preact";
import { translate } from "../../../lib/language/translate.ts";
import { searchClient } from "../../search/search-client.ts";

interface SearchFieldProps {
  query: string;
  onQuery: (query: string) => void;
  /** Enter was pressed. */
  onSubmit: () => void;
  field: RefObject<HTMLInputElement | null>;
}

/** Searches the whole index as one types. */
export function SearchField({ query, onQuery, onSubmit, field }: SearchFieldProps) {
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <search class="search">
      <form onSubmit={submit}>
        <input
          ref={field}
          type="search"
          value={query}
          aria-label={translate("search_papers")}
          placeholder={translate("search_papers")}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          onFocus={() => searchClient.warm()}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </form>
    </search>
  );
}
