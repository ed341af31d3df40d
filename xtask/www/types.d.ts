// What of React's other half the pages use; its types are a package of their own.

declare module "react-dom/client" {
  export function createRoot(container: Element): { render(content: import("react").ReactNode): void };
}
