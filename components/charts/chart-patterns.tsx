/** Slanting lines: nobody has given a number. Dots: reports were cut. The tones are the page's, light and dark. */
export function ChartPatterns({ idPrefix }: { idPrefix: string }) {
  return (
    <defs>
      {(["strike", "solidarity", "rally", "unknown"] as const).map((tone) => (
        <pattern
          key={tone}
          id={`${idPrefix}-${tone}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" fill={`var(--${tone})`} fillOpacity="0.12" />
          <rect width="1.7" height="5" fill={`var(--${tone})`} />
        </pattern>
      ))}
      <pattern id={`${idPrefix}-veil`} width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="1.8" cy="1.8" r="0.85" fill="var(--veil)" />
        <circle cx="5.3" cy="5.3" r="0.85" fill="var(--veil)" />
      </pattern>
      <pattern id={`${idPrefix}-veil-on-bar`} width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="1.8" cy="1.8" r="1" fill="var(--paper)" />
        <circle cx="5.3" cy="5.3" r="1" fill="var(--paper)" />
      </pattern>
      <linearGradient id={`${idPrefix}-in`}>
        <stop offset="0" stopColor="var(--paper)" stopOpacity="0.94" />
        <stop offset="1" stopColor="var(--paper)" stopOpacity="0" />
      </linearGradient>
      <linearGradient id={`${idPrefix}-out`}>
        <stop offset="0" stopColor="var(--paper)" stopOpacity="0" />
        <stop offset="1" stopColor="var(--paper)" stopOpacity="0.94" />
      </linearGradient>
    </defs>
  );
}
