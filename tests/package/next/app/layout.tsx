import type { ReactNode } from "react";

export const metadata = { title: "plan-widgets in Next.js" };

export default function Layout({ children }: { children: ReactNode }) {
  const probe = process.env.PROBE;
  return (
    <html lang="en">
      <head>{probe && <script src={probe} />}</head>
      <body>{children}</body>
    </html>
  );
}
