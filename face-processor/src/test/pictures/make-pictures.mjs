// Makes the small pictures of src/test/resources/pixels with other people's encoders: sharp (libvips) 0.35.5 from npm, and
// heif-enc and avifenc from Debian (libheif-examples, libavif-bin). Each shows the same picture, base.png; what it becomes in
// the eyes of a browser is said by construction: colours are stored in another space, with the profile that says so.
// One is not made here: exif-says-turned.heic, of base.png by pillow-heif 1.8 (quality 90, 4:4:4), in whose EXIF the 1 of the
// orientation was then made a 6 while the container turns nothing.
//   cd face-processor/src/test/pictures && npm i --no-save sharp@0.35.5 && node make-pictures.mjs
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import sharp from 'sharp';

const OUT = path.resolve('../resources/pixels');
const TEMP = fs.mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
const W = 96;
const H = 64;
fs.mkdirSync(OUT, {recursive: true});
const write = (name, bytes) => fs.writeFileSync(path.join(OUT, name), bytes);

// ---- the picture: smooth, so that subsampled colours lose little, and unlike itself however it is turned
const base = Buffer.alloc(W * H * 3);
for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
        const at = 3 * (y * W + x);
        base[at] = Math.round(30 + (200 * x) / (W - 1));
        base[at + 1] = Math.round(220 - (190 * y) / (H - 1));
        base[at + 2] = Math.round(60 + 120 * Math.abs(Math.sin((x + 2 * y) / 40)));
    }
const raw = {raw: {width: W, height: H, channels: 3}};
const picture = () => sharp(base, raw);
const grey = Buffer.alloc(W * H);
for (let i = 0; i < W * H; i++) grey[i] = Math.round(20 + 0.9 * base[3 * i]);

// ---- colours
const decode = v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const mul = (m, v) => m.map(row => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);
const mulM = (a, b) => a.map(row => [0, 1, 2].map(j => row[0] * b[0][j] + row[1] * b[1][j] + row[2] * b[2][j]));
const inverse = m => {
    const [[a, b, c], [d, e, f], [g, h, i]] = m;
    const det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    return [
        [(e * i - f * h) / det, (c * h - b * i) / det, (b * f - c * e) / det],
        [(f * g - d * i) / det, (a * i - c * g) / det, (c * d - a * f) / det],
        [(d * h - e * g) / det, (b * g - a * h) / det, (a * e - b * d) / det],
    ];
};
const xyz = ([x, y]) => [x / y, 1, (1 - x - y) / y];
const D65 = [0.3127, 0.329];
const toXyz = ([r, g, b]) => {
    const columns = [xyz(r), xyz(g), xyz(b)];
    const m = [0, 1, 2].map(i => columns.map(c => c[i]));
    const s = mul(inverse(m), xyz(D65));
    return m.map(row => row.map((v, j) => v * s[j]));
};
const SRGB = [[0.64, 0.33], [0.3, 0.6], [0.15, 0.06]];
const P3 = [[0.68, 0.32], [0.265, 0.69], [0.15, 0.06]];
const ADOBE = [[0.64, 0.33], [0.21, 0.71], [0.15, 0.06]];
const BRADFORD = [[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]];
const D50 = [0.9642, 1, 0.8249];
const toD50 = m => {
    const from = mul(BRADFORD, xyz(D65));
    const to = mul(BRADFORD, D50);
    const scale = [0, 1, 2].map(i => [0, 1, 2].map(j => (i === j ? to[i] / from[i] : 0)));
    return mulM(mulM(inverse(BRADFORD), mulM(scale, BRADFORD)), m);
};
/** The picture as numbers 0..max in other primaries, each to the power 1 / gamma. */
const inSpace = (primaries, encode, max) => {
    const m = mulM(inverse(toXyz(primaries)), toXyz(SRGB));
    const out = max > 255 ? new Uint16Array(W * H * 3) : new Uint8Array(W * H * 3);
    for (let i = 0; i < W * H; i++) {
        const linear = [0, 1, 2].map(c => decode(base[3 * i + c] / 255));
        mul(m, linear).forEach((v, c) => (out[3 * i + c] = Math.round(max * encode(Math.min(1, Math.max(0, v))))));
    }
    return out;
};
const power = gamma => v => v ** (1 / gamma);
const srgbCurve = v => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);

// ---- ICC profiles, version 2: matrix and one gamma, or grey and one gamma
const s15 = v => { const b = Buffer.alloc(4); b.writeInt32BE(Math.round(v * 65536)); return b; };
const u32 = v => { const b = Buffer.alloc(4); b.writeUInt32BE(v); return b; };
const tagged = (space, tags) => {
    const head = Buffer.alloc(128);
    head.write('\x02\x40\0\0', 8, 'latin1');
    head.write('mntr', 12); head.write(space, 16); head.write('XYZ ', 20); head.write('acsp', 36);
    Buffer.concat(D50.map(s15)).copy(head, 68);
    let offset = 128 + 4 + 12 * tags.length;
    const table = [u32(tags.length)];
    const bodies = [];
    for (const [name, body] of tags) {
        const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
        table.push(Buffer.from(name), u32(offset), u32(body.length));
        bodies.push(padded);
        offset += padded.length;
    }
    head.writeUInt32BE(offset, 0);
    return Buffer.concat([head, ...table, ...bodies]);
};
const curve = gamma => {
    const b = Buffer.alloc(14); b.write('curv'); b.writeUInt32BE(1, 8); b.writeUInt16BE(Math.round(gamma * 256), 12); return b;
};
const point = v => Buffer.concat([Buffer.from('XYZ \0\0\0\0'), ...v.map(s15)]);
const described = name => {
    const b = Buffer.alloc(12 + name.length + 1 + 78); b.write('desc'); b.writeUInt32BE(name.length + 1, 8); b.write(name, 12); return b;
};
const rest = name => [['desc', described(name)], ['cprt', Buffer.from('text\0\0\0\0none\0')], ['wtpt', point(D50)]];
const rgbProfile = (name, primaries, gamma) => {
    const m = toD50(toXyz(primaries));
    const column = i => point(m.map(row => row[i]));
    return tagged('RGB ', [...rest(name), ['rXYZ', column(0)], ['gXYZ', column(1)], ['bXYZ', column(2)],
        ['rTRC', curve(gamma)], ['gTRC', curve(gamma)], ['bTRC', curve(gamma)]]);
};
const greyProfile = gamma => tagged('GRAY', [...rest('grey'), ['kTRC', curve(gamma)]]);
/** Four inks: what each mixture looks like (Lab), with two steps per ink. */
const inks = () => {
    const lab = rgb => {
        const f = t => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
        const [x, y, z] = mul(toD50(toXyz(SRGB)), rgb).map((v, i) => f(v / D50[i]));
        return [(116 * y - 16) * 2.55, 500 * (x - y) + 128, 200 * (y - z) + 128].map(v => Math.min(255, Math.max(0, Math.round(v))));
    };
    const ramp = Buffer.from([...Array(256).keys()]);
    const head = Buffer.alloc(48); head.write('mft1'); head[8] = 4; head[9] = 3; head[10] = 2;
    [0, 4, 8].forEach(i => s15(1).copy(head, 12 + 4 * i));
    const back = Buffer.from(head); back[8] = 3; back[9] = 4;
    const grid = [...Array(16).keys()].flatMap(i => [8, 4, 2].map(bit => (i & bit ? 0.05 : 1) * (i & 1 ? 0.03 : 1))
        .reduce((rgb, v) => [...rgb, v], [])).reduce((rows, v, i) => (i % 3 ? rows[rows.length - 1].push(v) : rows.push([v]), rows), []).flatMap(lab);
    const profile = tagged('CMYK', [...rest('inks'), ['A2B0', Buffer.concat([head, ...Array(4).fill(ramp), Buffer.from(grid), ...Array(3).fill(ramp)])],
        // the way back, which nobody goes but which belongs to a profile
        ['B2A0', Buffer.concat([back, ...Array(3).fill(ramp), Buffer.alloc(8 * 4, 128), ...Array(4).fill(ramp)])]]);
    profile.write('prtr', 12); profile.write('Lab ', 20);
    return profile;
};
const adobe = rgbProfile('like Adobe RGB', ADOBE, 2.2);
const p3 = rgbProfile('like P3', P3, 2.2);
const inAdobe = Buffer.from(inSpace(ADOBE, power(2.2), 255));
const inP3 = Buffer.from(inSpace(P3, power(2.2), 255));
const greyLight = Buffer.from(grey.map(v => Math.round(255 * decode(v / 255) ** (1 / 1.8))));

// ---- JPEG
const app2 = (icc, parts) => {
    const size = Math.ceil(icc.length / parts);
    return Buffer.concat([...Array(parts).keys()].map(i => {
        const part = icc.subarray(i * size, (i + 1) * size);
        const head = Buffer.alloc(18); head.writeUInt16BE(0xffe2); head.writeUInt16BE(part.length + 16, 2);
        head.write('ICC_PROFILE\0', 4, 'latin1'); head[16] = i + 1; head[17] = parts;
        return Buffer.concat([head, part]);
    }));
};
const withoutProfile = jpeg => {
    for (let at; (at = jpeg.indexOf('ICC_PROFILE\0', 0, 'latin1')) > 0; ) {
        const end = at - 2 + jpeg.readUInt16BE(at - 2);
        jpeg = Buffer.concat([jpeg.subarray(0, at - 4), jpeg.subarray(end)]);
    }
    return jpeg;
};
const afterStart = (jpeg, segment) => Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
const jpeg = (pixels, channels = 3) =>
    sharp(pixels, {raw: {width: W, height: H, channels}}).toColourspace(channels === 1 ? 'b-w' : 'srgb')
        .jpeg({quality: 98, chromaSubsampling: '4:4:4'}).toBuffer();

// ---- PNG, chunk by chunk
const chunk = (type, body) => {
    const data = Buffer.concat([Buffer.from(type, 'latin1'), body]);
    return Buffer.concat([u32(body.length), data, u32(zlib.crc32(data))]);
};
const png = (depth, type, rows, chunks = []) => {
    const head = Buffer.concat([u32(W), u32(H), Buffer.from([depth, type, 0, 0, 0])]);
    const lines = Buffer.concat(rows.map(row => Buffer.concat([Buffer.from([0]), row])));
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...chunks,
        chunk('IDAT', zlib.deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
};
const rowsOf = (pixels, bytes) => [...Array(H).keys()].map(y => Buffer.from(pixels.subarray(y * W * bytes, (y + 1) * W * bytes)));
const bigEndian = values => { const b = Buffer.alloc(values.length * 2); values.forEach((v, i) => b.writeUInt16BE(v, 2 * i)); return b; };
const iccp = icc => chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), zlib.deflateSync(icc)]));
const gama = v => chunk('gAMA', u32(Math.round(v * 100000)));
const chrm = primaries => chunk('cHRM', Buffer.concat([D65, ...primaries].flat().map(v => u32(Math.round(v * 100000)))));
const packed = (values, depth) => rowsOf(Uint8Array.from(values), 1).map(row => {
    const out = Buffer.alloc((W * depth) / 8);
    row.forEach((v, x) => (out[(x * depth) >> 3] |= v << (8 - depth - ((x * depth) % 8))));
    return out;
});

async function main() {
    const basePng = await picture().png().toBuffer();
    write('base.png', basePng);
    const greyPng = await sharp(grey, {raw: {width: W, height: H, channels: 1}}).toColourspace('b-w').png().toBuffer();
    write('base-grey.png', greyPng);

    write('plain.jpg', await jpeg(base));
    write('adobe-rgb.jpg', afterStart(await jpeg(inAdobe), app2(adobe, 1)));
    write('p3-in-three-segments.jpg', afterStart(await jpeg(inP3), app2(p3, 3)));
    write('grey.jpg', await jpeg(grey, 1));
    write('grey-profile.jpg', afterStart(await jpeg(greyLight, 1), app2(greyProfile(1.8), 1)));
    const cmyk = afterStart(withoutProfile(await picture().withIccProfile('cmyk').toColourspace('cmyk').jpeg({quality: 98}).toBuffer()), app2(inks(), 1));
    write('cmyk-profile.jpg', cmyk);
    write('cmyk-profile-seen.png', await sharp(cmyk).toColourspace('srgb').removeAlpha().png().toBuffer());

    write('rgb16.png', png(16, 2, rowsOf(bigEndian(Uint16Array.from(base, v => v * 257)), 6)));
    write('adobe-rgb.png', png(8, 2, rowsOf(inAdobe, 3), [iccp(adobe)]));
    write('p3-16.png', png(16, 2, rowsOf(bigEndian(inSpace(P3, power(2.2), 65535)), 6), [iccp(p3)]));
    write('linear-16.png', png(16, 2, rowsOf(bigEndian(inSpace(SRGB, v => v, 65535)), 6), [gama(1)]));
    write('gamma-and-primaries.png', png(8, 2, rowsOf(inAdobe, 3), [gama(1 / 2.2), chrm(ADOBE)]));
    write('srgb-wins-over-gamma.png', png(8, 2, rowsOf(base, 3), [gama(1), chunk('sRGB', Buffer.from([0]))]));
    write('cicp-p3.png', png(8, 2, rowsOf(Buffer.from(inSpace(P3, srgbCurve, 255)), 3), [chunk('cICP', Buffer.from([12, 13, 0, 1]))]));
    write('grey-profile.png', png(8, 0, rowsOf(greyLight, 1), [iccp(greyProfile(1.8))]));
    write('grey-gamma.png', png(8, 0, rowsOf(greyLight, 1), [gama(1 / 1.8)]));
    write('grey16.png', png(16, 0, rowsOf(bigEndian(Uint16Array.from(grey, v => v * 257)), 2)));
    const withAlpha = (pixels, channels) => {
        const out = Buffer.alloc(W * H * (channels + 1), 255);
        for (let i = 0; i < W * H; i++) pixels.copy(out, i * (channels + 1), i * channels, (i + 1) * channels);
        return out;
    };
    write('grey-alpha.png', png(8, 4, rowsOf(withAlpha(grey, 1), 2)));
    write('rgba-p3.png', png(8, 6, rowsOf(withAlpha(inP3, 3), 4), [iccp(p3)]));
    for (const depth of [1, 2, 4]) {
        const max = 2 ** depth - 1;
        const steps = Buffer.from(grey.map(v => Math.round((v / 255) * max)));
        write(`grey-${depth}-bit.png`, png(depth, 0, packed(steps, depth)));
        const seen = Buffer.from(steps.map(v => Math.round((v / max) * 255)));
        write(`grey-${depth}-bit-seen.png`, png(8, 0, rowsOf(seen, 1)));
        // a palette in another space: its entries are colours like any others
        const entry = i => inAdobe.subarray(3 * Math.floor((i * (W * H - 1)) / max), 3 * Math.floor((i * (W * H - 1)) / max) + 3);
        const shown = i => base.subarray(3 * Math.floor((i * (W * H - 1)) / max), 3 * Math.floor((i * (W * H - 1)) / max) + 3);
        const palette = Buffer.concat([...Array(max + 1).keys()].map(entry));
        write(`palette-${depth}-bit-profile.png`, png(depth, 3, packed(steps, depth), [iccp(adobe), chunk('PLTE', palette)]));
        write(`palette-${depth}-bit-profile-seen.png`, png(8, 2, rowsOf(Buffer.concat([...steps].map(shown)), 3)));
    }
    // one colour is see-through: the paper under it is white
    const cut = Buffer.from(base); const hole = Buffer.from(base);
    for (let i = 0; i < 400; i++) { cut.fill(7, 3 * i, 3 * i + 3); hole.fill(255, 3 * i, 3 * i + 3); }
    write('one-colour-transparent.png', png(8, 2, rowsOf(cut, 3), [chunk('tRNS', Buffer.from([0, 7, 0, 7, 0, 7]))]));
    write('one-colour-transparent-seen.png', png(8, 2, rowsOf(hole, 3)));
    const greyCut = Buffer.from(grey); const greyHole = Buffer.from(grey);
    greyCut.fill(7, 0, 400); greyHole.fill(255, 0, 400);
    write('one-grey-transparent.png', png(8, 0, rowsOf(greyCut, 1), [chunk('tRNS', Buffer.from([0, 7]))]));
    write('one-grey-transparent-seen.png', png(8, 0, rowsOf(greyHole, 1)));
    write('interlaced.png', await picture().png({progressive: true}).toBuffer());

    // ---- WebP
    const riff = (...chunks) => { const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]); const n = Buffer.alloc(4); n.writeUInt32LE(body.length); return Buffer.concat([Buffer.from('RIFF'), n, body]); };
    const part = (type, body) => { const n = Buffer.alloc(4); n.writeUInt32LE(body.length); return Buffer.concat([Buffer.from(type), n, body, Buffer.alloc(body.length % 2)]); };
    const u24 = v => Buffer.from([v & 255, (v >> 8) & 255, v >> 16]);
    const vp8x = flags => part('VP8X', Buffer.concat([Buffer.from([flags, 0, 0, 0]), u24(W - 1), u24(H - 1)]));
    const still = webp => webp.subarray(12);
    const webp = (pixels, options, channels = 3) => sharp(pixels, {raw: {width: W, height: H, channels}}).webp(options).toBuffer();
    const lossy = await webp(base, {quality: 95, effort: 0});
    write('lossy-fast.webp', lossy);
    write('lossy-fast-seen.png', await sharp(lossy).png().toBuffer());
    write('lossy-best.webp', await webp(base, {quality: 95, effort: 6, smartSubsample: true}));
    const p3Lossy = await webp(inP3, {quality: 98, smartSubsample: true});
    write('p3-lossy.webp', riff(vp8x(0x20), part('ICCP', p3), still(p3Lossy)));
    const lossless = await webp(base, {lossless: true});
    write('lossless.webp', lossless);
    write('p3-lossless.webp', riff(vp8x(0x20), part('ICCP', p3), still(await webp(inP3, {lossless: true}))));
    const see = Buffer.alloc(W * H * 4);
    const onWhite = Buffer.alloc(W * H * 3);
    for (let i = 0; i < W * H; i++) {
        const alpha = i % W < 32 ? 0 : 255;
        for (let c = 0; c < 3; c++) { see[4 * i + c] = base[3 * i + c]; onWhite[3 * i + c] = alpha ? base[3 * i + c] : 255; }
        see[4 * i + 3] = alpha;
    }
    write('partly-transparent-seen.png', png(8, 2, rowsOf(onWhite, 3)));
    write('partly-transparent-lossy.webp', await webp(see, {quality: 98, smartSubsample: true, exact: true}, 4));
    write('partly-transparent-lossless.webp', await webp(see, {lossless: true, exact: true}, 4));
    // an animation of which the first picture covers the right two thirds only
    const cutOut = await sharp(base, raw).extract({left: 32, top: 0, width: 64, height: H}).raw().toBuffer();
    const frame = async (pixels, options, width, left) => part('ANMF', Buffer.concat([u24(left / 2), u24(0), u24(width - 1), u24(H - 1), u24(100), Buffer.from([2]),
        still(await sharp(pixels, {raw: {width, height: H, channels: 3}}).webp(options).toBuffer())]));
    const anim = part('ANIM', Buffer.from([255, 255, 255, 255, 0, 0]));
    const black = Buffer.alloc(W * H * 3);
    for (const [name, options] of [['lossy', {quality: 98, smartSubsample: true}], ['lossless', {lossless: true}]])
        write(`animated-${name}.webp`, riff(vp8x(0x02), anim, await frame(cutOut, options, 64, 32), await frame(black, options, W, 0)));

    // ---- TIFF
    const tiff = (options, pixels = base, channels = 3) => sharp(pixels, {raw: {width: W, height: H, channels}}).tiff(options).toBuffer();
    for (const compression of ['none', 'lzw', 'deflate', 'packbits']) write(`${compression}.tif`, await tiff({compression}));
    write('jpeg.tif', await tiff({compression: 'jpeg', quality: 98}));
    write('tiled.tif', await tiff({compression: 'deflate', tile: true, tileWidth: 32, tileHeight: 16, predictor: 'horizontal'}));
    write('pages.tif', await tiff({compression: 'deflate', pyramid: true, tile: true, tileWidth: 16, tileHeight: 16}));
    write('grey.tif', await sharp(grey, {raw: {width: W, height: H, channels: 1}}).toColourspace('b-w').tiff({compression: 'lzw'}).toBuffer());
    write('rgb16.tif', await sharp(Uint16Array.from(base, v => v * 257), raw).toColourspace('rgb16').tiff({compression: 'deflate', predictor: 'none'}).toBuffer());
    fs.writeFileSync(path.join(TEMP, 'adobe.icc'), adobe);
    const tagless = (pixels) => sharp(png(8, 2, rowsOf(pixels, 3), [iccp(adobe)]));
    write('adobe-rgb.tif', await tagless(inAdobe).keepIccProfile().tiff({compression: 'deflate'}).toBuffer());

    // ---- every orientation in every container
    for (let o = 2; o <= 8; o++) {
        write(`turned-${o}.tif`, await picture().withMetadata({orientation: o}).tiff({compression: 'deflate'}).toBuffer());
        write(`turned-${o}.webp`, await picture().withMetadata({orientation: o}).webp({quality: 98, smartSubsample: true}).toBuffer());
        write(`turned-${o}-lossless.webp`, await picture().withMetadata({orientation: o}).webp({lossless: true}).toBuffer());
    }

    // ---- HEIC and AVIF
    const temp = name => path.join(TEMP, name);
    const run = (program, ...args) => execFileSync(program, args, {stdio: 'ignore'});
    fs.writeFileSync(temp('base.png'), basePng);
    fs.writeFileSync(temp('adobe.png'), png(8, 2, rowsOf(inAdobe, 3), [iccp(adobe)]));
    fs.writeFileSync(temp('p3.png'), png(8, 2, rowsOf(Buffer.from(inSpace(P3, srgbCurve, 255)), 3)));
    fs.writeFileSync(temp('see.png'), await sharp(see, {raw: {width: W, height: H, channels: 4}}).png().toBuffer());
    const heic = (name, input, ...args) => { run('heif-enc', '-q', '98', '-p', 'chroma=444', ...args, '-o', temp(name), temp(input)); write(name, fs.readFileSync(temp(name))); };
    heic('plain.heic', 'base.png');
    heic('adobe-rgb.heic', 'adobe.png');
    heic('10-bit.heic', 'base.png', '-b', '10');
    // the first is the primary one: base.png
    heic('two.heic', 'see.png', temp('base.png'));
    const avif = (name, input, ...args) => { run('avifenc', '-s', '6', '--min', '0', '--max', '4', '-y', '444', ...args, temp(input), temp(name)); write(name, fs.readFileSync(temp(name))); };
    avif('plain.avif', 'base.png');
    // three pictures, one after another; of PNGs the encoder makes a track of their opacity as well
    fs.copyFileSync(path.join(OUT, 'plain.jpg'), temp('plain.jpg'));
    for (const [name, one] of [['animated.avif', 'plain.jpg'], ['animated-transparent.avif', 'base.png']]) {
        run('avifenc', '-s', '6', '--min', '0', '--max', '4', '-y', '444', temp(one), temp(one), temp(one), temp(name));
        write(name, fs.readFileSync(temp(name)));
    }
    avif('10-bit.avif', 'base.png', '-d', '10');
    avif('adobe-rgb.avif', 'adobe.png');
    avif('cicp-p3.avif', 'p3.png', '--cicp', '12/13/6');
    write('partly-transparent.avif', await sharp(see, {raw: {width: W, height: H, channels: 4}}).avif({quality: 98, chromaSubsampling: '4:4:4'}).toBuffer());
    // irot counts turns against the clock before imir mirrors; 0 is top to bottom in libavif 0.11's words
    const turns = {2: ['--imir', '1'], 3: ['--irot', '2'], 4: ['--imir', '0'], 5: ['--irot', '1', '--imir', '0'],
        6: ['--irot', '3'], 7: ['--irot', '1', '--imir', '1'], 8: ['--irot', '1']};
    for (const [o, args] of Object.entries(turns)) avif(`turned-${o}.avif`, 'base.png', ...args);
}
await main();
fs.rmSync(TEMP, {recursive: true});
