// What the module exports, as wasm-bindgen writes it.

declare module "editor-glue" {
  export default function init(given: { module_or_path: URL }): Promise<unknown>;
  export function start(root: HTMLElement, lang: string, host: object): void;
}
