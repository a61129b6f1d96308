// Prints one JSON line per photo: median milliseconds to detect, align and embed all faces, and what was found.
// Decoding is not timed. usage: npm ci && node measure.js [--rounds N] photo.jpg...
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
const wasm = require('@tensorflow/tfjs-backend-wasm');
const faceapi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');
const jpeg = require('jpeg-js');

const modules = new URL('./node_modules/', import.meta.url).pathname;

async function open() {
  wasm.setWasmPaths(`${modules}@tensorflow/tfjs-backend-wasm/dist/`);
  await tf.setBackend('wasm');
  await tf.ready();
  for (const net of ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet']) {
    await faceapi.nets[net].loadFromDisk(`${modules}@vladmandic/face-api/model`);
  }
}

function decode(file) {
  const image = jpeg.decode(fs.readFileSync(file), { useTArray: true, formatAsRGBA: false, maxMemoryUsageInMB: 4096 });
  return tf.tensor3d(image.data, [image.height, image.width, 3], 'int32');
}

async function measure(file, rounds) {
  const pixels = decode(file);
  const options = new faceapi.SsdMobilenetv1Options({ minConfidence: 0.5 });
  const run = () => faceapi.detectAllFaces(pixels, options).withFaceLandmarks().withFaceDescriptors();
  const faces = await run();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  pixels.dispose();
  times.sort((a, b) => a - b);
  const aligned = faces.map((face) => face.landmarks.align(null, { useDlibAlignment: true }))
    .map((box) => [box.x, box.y, box.width, box.height]);
  return { file, faces: faces.length, medianMillis: Math.round(times[Math.floor(rounds / 2)]), rounds, aligned };
}

const args = process.argv.slice(2);
const hasRounds = args[0] === '--rounds';
const rounds = hasRounds ? Number(args[1]) : 5;
await open();
for (const file of args.slice(hasRounds ? 2 : 0)) {
  console.log(JSON.stringify(await measure(file, rounds)));
}
