const PIECE = "M3 6h3.2a2 2 0 1 1 3.6 0H13v3.2a2 2 0 1 1 0 3.6V16H3z";
const PIN = "M5.5 1.5h5M6.5 1.5v5l-2.5 3h8l-2.5-3v-5M8 9.5v5";
const GEAR =
  "M8 5.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 0 1 0-5.6M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4";

/** A window's toolbar with the menu of extensions open: what the words beside it say. */
export function PinPicture() {
  return (
    <svg class="pin-picture" viewBox="0 0 240 112" width="240" height="112" aria-hidden="true">
      <rect class="bar" x="0.5" y="0.5" width="239" height="34" rx="6" />
      <rect class="field" x="10" y="8" width="150" height="19" rx="9.5" />
      <path class="stroke" d="M168 9.5v16" />
      <g transform="translate(176 6)">
        <circle class="spot" cx="8" cy="11" r="13" />
        <path class="accent" d={PIECE} />
      </g>
      <path class="stroke" d="M218 17.5h.01M224 17.5h.01M230 17.5h.01" />
      <rect class="menu" x="86.5" y="42.5" width="140" height="64" rx="6" />
      <path class="faint" d="M118 58h52M118 90h40" />
      <rect class="tile" x="97" y="51" width="14" height="14" rx="3" />
      <image href="/icon/icon.svg" x="97" y="83" width="14" height="14" />
      <g transform="translate(202 82)">
        <circle class="spot" cx="8" cy="8" r="12" />
        <path class="accent" d={import.meta.env.FIREFOX ? GEAR : PIN} />
      </g>
      <g transform="translate(202 50)">
        <path class="faint" d={import.meta.env.FIREFOX ? GEAR : PIN} />
      </g>
    </svg>
  );
}
