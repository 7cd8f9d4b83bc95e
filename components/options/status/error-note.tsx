/** What went wrong, in our words and then in the original ones. `past` where it has gone well since. */
export function ErrorNote({ text, message, past = false }: { text: string; message: string; past?: boolean }) {
  return (
    <p class={past ? "help" : "problem"}>
      {text} <code dir="auto">{message}</code>
    </p>
  );
}
