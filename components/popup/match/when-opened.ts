const MIDDLE = 1;

/** The handlers of a link for what opening it does beside: by a click, and by the middle button, which opens it behind. Another button opens nothing. */
export function whenOpened(act: () => void): { onClick: () => void; onAuxClick: (event: Pick<MouseEvent, "button">) => void } {
  return {
    onClick: act,
    onAuxClick: ({ button }) => {
      if (button === MIDDLE) act();
    },
  };
}
