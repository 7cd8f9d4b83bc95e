import { useId } from "preact/hooks";

interface DocumentChoiceProps {
  label: string;
  ids: string[];
  value: string;
  /** How a person reads the id; as it is, where nothing is given. */
  nameOf?: (id: string) => string;
  onChange: (id: string) => void;
}

/** A field for one of these documents. */
export function DocumentChoice({ label, ids, value, nameOf, onChange }: DocumentChoiceProps) {
  const field = useId();
  return (
    <>
      <label for={field}>{label}</label>
      <select id={field} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {ids.map((id) => (
          <option key={id} value={id}>
            {nameOf ? nameOf(id) : id}
          </option>
        ))}
      </select>
    </>
  );
}
