import { srgbProfile } from '../../../../nodes/ClovaOcr/pdf/layer/srgb';

const profile = Buffer.from(srgbProfile());

/** Where the data of a tag begins. */
function tag(name: string): number {
	for (let at = 132; at < 132 + 12 * profile.readUInt32BE(128); at += 12) {
		if (profile.toString('latin1', at, at + 4) === name) return profile.readUInt32BE(at + 4);
	}
	throw new Error(`The profile has no ${name}`);
}

function xyz(name: string): number[] {
	return [8, 12, 16].map((at) => profile.readInt32BE(tag(name) + at) / 65536);
}

/** The light of a value from 0 to 1, as the curve of the profile has it. */
function light(value: number): number {
	const count = profile.readUInt32BE(tag('rTRC') + 8);
	return profile.readUInt16BE(tag('rTRC') + 12 + 2 * Math.round(value * (count - 1))) / 65535;
}

describe('the sRGB profile', () => {
	it('is a display profile of its stated size, with each tag inside', () => {
		expect(profile.readUInt32BE(0)).toBe(profile.length);
		expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
		expect(profile.toString('latin1', 36, 40)).toBe('acsp');
		for (let at = 132; at < 132 + 12 * profile.readUInt32BE(128); at += 12) {
			const end = profile.readUInt32BE(at + 4) + profile.readUInt32BE(at + 8);
			expect(profile.readUInt32BE(at + 4) % 4).toBe(0);
			expect(end).toBeLessThanOrEqual(profile.length);
		}
	});

	it('shows white as the white of its connection space', () => {
		const white = [0, 1, 2].map((at) => xyz('rXYZ')[at] + xyz('gXYZ')[at] + xyz('bXYZ')[at]);
		for (const [at, value] of white.entries()) expect(value).toBeCloseTo(xyz('wtpt')[at], 4);
	});

	/** Published Lab values (D50) of sRGB colours, to a tenth. */
	it.each([
		[
			[255, 0, 0],
			[54.3, 80.8, 69.9],
		],
		[
			[0, 255, 0],
			[87.8, -79.3, 81],
		],
		[
			[0, 0, 255],
			[29.6, 68.3, -112],
		],
		[
			[128, 128, 128],
			[53.6, 0, 0],
		],
	])('gives %p the colour that sRGB means', (rgb, lab) => {
		const linear = rgb.map((value) => light(value / 255));
		const [x, y, z] = [0, 1, 2].map((at) =>
			['rXYZ', 'gXYZ', 'bXYZ'].reduce((sum, name, each) => sum + linear[each] * xyz(name)[at], 0),
		);
		const white = xyz('wtpt');
		const root = (value: number) =>
			value > 216 / 24389 ? Math.cbrt(value) : (value * (24389 / 27) + 16) / 116;
		const [fx, fy, fz] = [x, y, z].map((value, at) => root(value / white[at]));
		const seen = [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
		for (const [at, value] of seen.entries()) {
			expect(Math.abs(value - lab[at])).toBeLessThan(0.15);
		}
	});
});
