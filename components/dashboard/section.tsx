import type { ReactNode } from "react";

type Props = {
  id: string;
  title: ReactNode;
  subtitle?: ReactNode;
  more?: { href: string; label: string };
  children: ReactNode;
};

/** A part of the dashboard with its own address. */
export function Section({ id, title, subtitle, more, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mb-14">
      <h2 id={`${id}-title`} className="text-2xl">
        {title}
      </h2>
      {subtitle ? <p className="mt-1 max-w-prose text-sm text-ink-2">{subtitle}</p> : null}
      <div className="mt-4">{children}</div>
      {more ? (
        <p className="mt-4">
          <a href={more.href} className="font-semibold">
            {more.label}
          </a>
        </p>
      ) : null}
    </section>
  );
}
