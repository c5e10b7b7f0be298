// n8n loads the files named in package.json; this entry point only keeps `main` resolvable.
module.exports = {};
