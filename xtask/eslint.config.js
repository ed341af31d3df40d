// What lints the project's JavaScript. From the root of the checkout, which the paths here are relative to:
//   xtask/node_modules/.bin/eslint --config xtask/eslint.config.js --max-warnings 0 \
//     src/element/shell pkg/cli.js pkg/cli pkg/wordpress www tests/browser tests/package

const js = require("@eslint/js");
const globals = require("globals");

const SHELL = "src/element/shell/**/*.js";

const rules = {
  ...js.configs.recommended.rules,
  "array-callback-return": "error",
  eqeqeq: ["error", "always", { null: "ignore" }],
  "max-len": [
    "error",
    { code: 119, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
  ],
  "no-constructor-return": "error",
  "no-eval": "error",
  "no-implicit-globals": "error",
  "no-implied-eval": "error",
  "no-new-func": "error",
  "no-self-compare": "error",
  "no-template-curly-in-string": "error",
  "no-unmodified-loop-condition": "error",
  "no-unreachable-loop": "error",
  // To leave something out of an object is a use of it.
  "no-unused-vars": ["error", { ignoreRestSiblings: true }],
  "no-useless-rename": "error",
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": ["error", { destructuring: "all" }],
  "prefer-object-has-own": "error",
};

// What reaches a page as HTML could be somebody else's.
const HTML = "Make nodes of data, and set their text: HTML made of data may be an attack.";

module.exports = [
  { ignores: ["src/element/shell/spec.js", "target/", "**/dist/", "**/out/", "**/.next/", "**/.svelte-kit/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" }, rules },
  { files: ["src/**", "www/**", "tests/browser/**"], languageOptions: { globals: globals.browser } },
  {
    files: ["pkg/**", "tests/lighthouse/**", "tests/package/**", "xtask/prose/**"],
    languageOptions: { globals: globals.nodeBuiltin },
  },
  // A script that WordPress loads.
  { files: ["pkg/wordpress/**"], languageOptions: { globals: globals.browser, sourceType: "script" } },
  // Pages of the bundlers' projects.
  { files: ["tests/package/*/main.js"], languageOptions: { globals: globals.browser } },
  // No modules: pages have them in a `<script>`.
  {
    files: ["tests/browser/probe.js", "tests/browser/pages/**"],
    ignores: ["**/module.js"],
    languageOptions: { sourceType: "script" },
  },
  {
    files: [SHELL],
    rules: {
      "no-console": ["error", { allow: ["warn", "error"] }],
      "no-restricted-properties": [
        "error",
        { property: "insertAdjacentHTML", message: HTML },
        { property: "setHTMLUnsafe", message: HTML },
        { property: "createContextualFragment", message: HTML },
        { object: "document", property: "write", message: HTML },
        { object: "document", property: "writeln", message: HTML },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]",
          message: HTML,
        },
        {
          selector: "AssignmentExpression > MemberExpression.left[property.value=/^(inner|outer)HTML$/]",
          message: HTML,
        },
        {
          selector: "ForInStatement",
          message: "Old pages extend Object.prototype: use Object.keys or Object.entries.",
        },
      ],
    },
  },
  // Its budget is a kilobyte; windows compare alike by `!=`.
  { files: ["src/element/shell/frame.js"], rules: { eqeqeq: "off" } },
];
