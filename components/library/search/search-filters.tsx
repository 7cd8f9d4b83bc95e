import { useId, useMemo, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { Catalogue, Counted } from "../../../lib/library/catalogue.ts";
import { activeFilters } from "../../../lib/library/filter-series.ts";
import { type Filters, KINDS, SORTS, type Sort } from "../../../lib/library/filters.ts";
import { suggestAuthors } from "../../../lib/library/suggest-authors.ts";
import { formatNumber, translateCount } from "../../text/format-number.ts";

const SUGGESTED = 12;
/** An index may name anything as an audience; a list of thousands helps nobody. */
const MOST_AUDIENCES = 100;

interface SearchFiltersProps {
  catalogue: Catalogue | undefined;
  filters: Filters;
  sort: Sort | undefined;
  /** With a text typed the best come first, unless another order is asked for. */
  hasText: boolean;
  onChange: (filters: Filters) => void;
  onSort: (sort: Sort | undefined) => void;
}

/** The controls that narrow the list of papers. */
export function SearchFilters({ catalogue, filters, sort, hasText, onChange, onSort }: SearchFiltersProps) {
  const active = activeFilters(filters).length;
  const [open, setOpen] = useState(() => active > 0);
  // Leaves a filter out where it has no value, so that two addresses never mean the same.
  const set = (changed: { [Name in keyof Filters]: Filters[Name] | undefined }) => {
    const entries = Object.entries({ ...filters, ...changed }).filter(([, value]) => value !== undefined);
    onChange(Object.fromEntries(entries) as Filters);
  };
  return (
    <details class="filters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{active === 0 ? translate("filters") : translateCount("filters_active", active)}</summary>
      {/* Hundreds of choices, which nobody needs while it is folded. */}
      {open && (
        <div class="filter-grid">
          <Choice
            label={translate("filter_audience")}
            value={filters.audience}
            options={(catalogue?.audiences ?? []).slice(0, MOST_AUDIENCES).map(countedOption)}
            onChange={(audience) => set({ audience })}
          />
          <Choice
            label={translate("filter_year")}
            value={filters.year === undefined ? undefined : String(filters.year)}
            options={(catalogue?.years ?? []).map(countedOption)}
            onChange={(year) => set({ year: year === undefined ? undefined : Number(year) })}
          />
          <Choice
            label={translate("filter_mailing")}
            value={filters.mailing}
            options={(catalogue?.mailings ?? []).map(countedOption)}
            onChange={(mailing) => set({ mailing })}
          />
          <AuthorField catalogue={catalogue} value={filters.author ?? ""} onChange={(author) => set({ author: author || undefined })} />
          <Choice
            label={translate("filter_kind")}
            value={filters.kind}
            options={KINDS.map((kind) => ({ value: kind, text: translate(`filter_kind_${kind}`) }))}
            onChange={(kind) => set({ kind: KINDS.find((one) => one === kind) })}
          />
          <Choice
            label={translate("sort")}
            value={sort}
            all={translate(hasText ? "sort_best" : "sort_newest")}
            options={SORTS.filter((one) => hasText || one !== "newest").map((one) => ({ value: one, text: translate(`sort_${one}`) }))}
            onChange={(value) => onSort(SORTS.find((one) => one === value))}
          />
          <div class="filter-switches">
            <label class="check">
              <input type="checkbox" checked={filters.watched === true} onChange={(event) => set({ watched: event.currentTarget.checked || undefined })} />
              {translate("filter_watched")}
            </label>
            <label class="check">
              <input type="checkbox" checked={filters.unread === true} onChange={(event) => set({ unread: event.currentTarget.checked || undefined })} />
              {translate("filter_unread")}
            </label>
          </div>
          <button type="button" aria-disabled={active === 0} onClick={() => active > 0 && onChange({})}>
            {translate("filters_clear")}
          </button>
        </div>
      )}
    </details>
  );
}

interface Option {
  value: string;
  text: string;
}

interface ChoiceProps {
  label: string;
  /** Undefined: everything. */
  value: string | undefined;
  options: Option[];
  all?: string;
  onChange: (value: string | undefined) => void;
}

function Choice({ label, value, options, all = translate("filter_any"), onChange }: ChoiceProps) {
  const id = useId();
  // An address may ask for what no paper has.
  const isForeign = value !== undefined && !options.some((option) => option.value === value);
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <select id={id} value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
        <option value="">{all}</option>
        {isForeign && <option value={value}>{value}</option>}
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Takes effect when a name is chosen or the field is left: half a name is nobody's. */
function AuthorField({ catalogue, value, onChange }: { catalogue: Catalogue | undefined; value: string; onChange: (author: string) => void }) {
  const [id, list] = [useId(), useId()];
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? value;
  const names = useMemo(() => suggestAuthors(catalogue?.authors ?? [], shown, SUGGESTED), [catalogue, shown]);
  const settle = (text: string) => {
    setTyped(undefined);
    if (text.trim() !== value) onChange(text.trim());
  };
  const type = (text: string) => {
    // A name chosen from the list comes as if it had been typed.
    if (names.some((name) => name.value === text)) settle(text);
    else setTyped(text);
  };
  return (
    <div class="filter">
      <label for={id}>{translate("filter_author")}</label>
      <input
        id={id}
        type="text"
        list={list}
        value={shown}
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        onInput={(event) => type(event.currentTarget.value)}
        onChange={(event) => settle(event.currentTarget.value)}
      />
      <datalist id={list}>
        {names.map(({ value, count }) => (
          <option key={value} value={value}>
            {formatNumber(count)}
          </option>
        ))}
      </datalist>
    </div>
  );
}

function countedOption({ value, count }: Counted<string | number>): Option {
  return { value: String(value), text: translate("counted", [String(value), formatNumber(count)]) };
}
