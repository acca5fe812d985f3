// dependency-cruiser reads aliases from tsconfig.json only through the compiler API, which TypeScript 7 has not.
const path = require("node:path");

module.exports = {
  resolve: { alias: { "@": path.resolve(__dirname, "..", "..") }, extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
};
