import { asNumber, asObject, isObject, type Json } from '../../nodes/ClovaOcr/shared/json';
import { FAULT_KINDS, type FaultRule } from './faults';
import type { Service } from './service';
import type { ControlCommand } from './types';

/** Does what a command says, in the order reset, domain, latency, slots, faults. */
export function applyControl(service: Service, command: ControlCommand): void {
	const { faults, pace, stats, domains } = service;
	if (command.reset === true) {
		faults.clear();
		pace.reset();
		stats.reset();
	}
	if (command.domain !== undefined) {
		const { id, ...settings } = command.domain;
		Object.assign(domains.get(id), settings);
	}
	if (command.latency !== undefined) pace.set(command.latency);
	if (command.slotsFreeLateBy !== undefined) pace.slotsFreeLateBy = command.slotsFreeLateBy;
	if (command.faults !== undefined) faults.add(command.faults);
}

/**
 * A command that came as JSON.
 * @throws Error that says what is wrong with it
 */
export function parseCommand(json: Json): ControlCommand {
	if (!isObject(json)) throw new Error('The command must be an object');
	const { faults, latency, slotsFreeLateBy, domain, reset } = json;
	return {
		...(faults === undefined ? {} : { faults: parseRules(faults) }),
		...(latency === undefined ? {} : { latency: parseLatency(latency) }),
		...(slotsFreeLateBy === undefined ? {} : { slotsFreeLateBy: number(slotsFreeLateBy) }),
		...(domain === undefined ? {} : { domain: parseDomain(domain) }),
		reset: reset === true,
	};
}

function parseRules(value: Json): FaultRule[] {
	if (!Array.isArray(value)) throw new Error('faults must be a list');
	return value.map((rule) => {
		const { kind } = asObject(asObject(rule).fault);
		if (typeof kind !== 'string' || !FAULT_KINDS.includes(kind)) {
			throw new Error(`fault.kind must be one of ${FAULT_KINDS.join(', ')}`);
		}
		// The kind is checked; what a rule says beyond that is up to whoever writes the test.
		return rule as unknown as FaultRule;
	});
}

function parseLatency(value: Json): ControlCommand['latency'] {
	const { milliseconds, spread, seed } = asObject(value);
	return {
		milliseconds: number(milliseconds),
		...(spread === undefined ? {} : { spread: number(spread) }),
		...(seed === undefined ? {} : { seed: number(seed) }),
	};
}

function parseDomain(value: Json): NonNullable<ControlCommand['domain']> {
	const { id, tables, concurrency } = asObject(value);
	return {
		id: String(id),
		...(typeof tables === 'boolean' ? { tables } : {}),
		...(concurrency === undefined ? {} : { concurrency: number(concurrency) }),
	};
}

function number(value: Json | undefined): number {
	const result = asNumber(value);
	if (result === null) throw new Error('A number is missing');
	return result;
}
