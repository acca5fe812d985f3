type Props = { label: string; links: readonly { href: string; text: string }[] };

/** Where a text leads next. */
export function ReadOn({ label, links }: Props) {
  return (
    <nav aria-label={label} className="mt-12 max-w-prose border-t border-rule pt-3">
      <ul className="flex flex-wrap gap-x-6">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} className="inline-block py-1">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
