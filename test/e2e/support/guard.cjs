/*
 * Preloaded into every process of a tested n8n (NODE_OPTIONS --require): refuses each look-up and
 * each connection that would leave this machine, and appends its host to the file OUTBOUND_LOG,
 * so that a test can demand that the file is empty.
 */
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3}|0\.0\.0\.0|::)$/i;

function refusal(kind, host) {
	fs.appendFileSync(process.env.OUTBOUND_LOG, `${kind} ${host}\n`);
	const error = new Error(`getaddrinfo ENOTFOUND ${host}`);
	return Object.assign(error, { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: host });
}

function isLoopback(host) {
	return !host || LOOPBACK.test(String(host));
}

const lookup = dns.lookup;
dns.lookup = function (host, ...rest) {
	if (isLoopback(host)) return lookup.call(this, host, ...rest);
	const callback = rest[rest.length - 1];
	process.nextTick(callback, refusal('lookup', host));
};

const lookupPromise = dns.promises.lookup;
dns.promises.lookup = async function (host, ...rest) {
	if (isLoopback(host)) return await lookupPromise.call(this, host, ...rest);
	throw refusal('lookup', host);
};

for (const name of ['resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'resolveSrv']) {
	dns[name] = (host, ...rest) => process.nextTick(rest[rest.length - 1], refusal('resolve', host));
	dns.promises[name] = async (host) => {
		throw refusal('resolve', host);
	};
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
	const options = Array.isArray(args[0]) ? args[0][0] : args[0];
	const host = typeof options === 'object' ? options.host : args[1];
	// A name is judged at its look-up, which follows inside connect; an address has none.
	if (net.isIP(String(host)) && !isLoopback(host)) {
		const error = refusal('connect', host);
		process.nextTick(() => this.destroy(error));
		return this;
	}
	return connect.apply(this, args);
};
