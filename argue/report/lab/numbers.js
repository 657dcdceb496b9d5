"use strict";

// Exact fractions, as the engine computes with them: nothing here is ever rounded but for reading.

const NUMBER = /^(?:[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?|[-+]?[0-9]+\/0*[1-9][0-9]*)$/;
const MOST_DIGITS = 100;
const DECIMALS = 4;
const GROUPED_FROM = 10_000n;

class Fraction {
  constructor(top, bottom = 1n) {
    const sign = bottom < 0n ? -1n : 1n;
    const shared = sharedDivisor(top < 0n ? -top : top, bottom * sign) || 1n;
    this.top = (top * sign) / shared;
    this.bottom = (bottom * sign) / shared;
  }

  toString() {
    return this.bottom === 1n ? `${this.top}` : `${this.top}/${this.bottom}`;
  }
}

function sharedDivisor(one, other) {
  while (other) [one, other] = [other, one % other];
  return one;
}

const ZERO = new Fraction(0n);
const ONE = new Fraction(1n);

function whole(number) {
  return new Fraction(BigInt(number));
}

// The exact number a text writes, null if it writes none.
function numberIn(text) {
  if (text.length > MOST_DIGITS || !NUMBER.test(text)) return null;
  const [top, bottom] = text.split("/");
  if (bottom !== undefined) return new Fraction(BigInt(top.replace("+", "")), BigInt(bottom));
  const [, sign, integer, decimals, exponent] = /^([-+]?)([0-9]*)\.?([0-9]*)(?:[eE](.*))?$/.exec(text);
  const digits = BigInt(`${integer}${decimals}`) * (sign === "-" ? -1n : 1n);
  const shift = Number(exponent || 0) - decimals.length;
  return shift < 0 ? new Fraction(digits, 10n ** BigInt(-shift)) : new Fraction(digits * 10n ** BigInt(shift));
}

function plus(one, other) {
  return new Fraction(one.top * other.bottom + other.top * one.bottom, one.bottom * other.bottom);
}

function minus(one, other) {
  return new Fraction(one.top * other.bottom - other.top * one.bottom, one.bottom * other.bottom);
}

function times(one, other) {
  return new Fraction(one.top * other.top, one.bottom * other.bottom);
}

function over(one, other) {
  return new Fraction(one.top * other.bottom, one.bottom * other.top);
}

function negative(number) {
  return new Fraction(-number.top, number.bottom);
}

// Below, at or above 0 as one number is smaller than, equal to or larger than the other.
function compared(one, other) {
  const gap = one.top * other.bottom - other.top * one.bottom;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

function isMore(one, other) {
  return compared(one, other) > 0;
}

function isLeast(one, other) {
  return compared(one, other) >= 0;
}

function isPositive(number) {
  return number.top > 0n;
}

function summed(numbers) {
  return numbers.reduce(plus, ZERO);
}

function largest(numbers) {
  return numbers.reduce((one, other) => (isMore(other, one) ? other : one));
}

function smallest(numbers) {
  return numbers.reduce((one, other) => (isMore(one, other) ? other : one));
}

function positive(number) {
  return isPositive(number) ? number : ZERO;
}

function toFloat(number) {
  return Number(number.top) / Number(number.bottom);
}

// A number as people write it, marked `about` where it had to be rounded.
function written(number) {
  const scaled = times(number, whole(10 ** DECIMALS));
  if (scaled.bottom !== 1n) return `about ${rounded(toFloat(number))}`;
  const sign = scaled.top < 0n ? "-" : "";
  const digits = String(scaled.top < 0n ? -scaled.top : scaled.top).padStart(DECIMALS + 1, "0");
  const decimals = digits.slice(-DECIMALS).replace(/0+$/, "");
  const integer = BigInt(digits.slice(0, -DECIMALS));
  const shown = integer >= GROUPED_FROM ? grouped(String(integer)) : String(integer);
  return `${sign}${shown}${decimals ? `.${decimals}` : ""}`;
}

function grouped(digits) {
  return digits.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

// A number to some significant digits; to whole ones, in groups, where it is large.
function rounded(number) {
  if (Math.abs(number) < Number(GROUPED_FROM)) return significant(number, DECIMALS);
  return `${number < 0 ? "-" : ""}${grouped(String(halfEven(exactly(Math.abs(number)))))}`;
}

// A number to so many significant digits, with an exponent where it is far from 1.
function significant(number, most) {
  const sign = number < 0 ? "-" : "";
  let exponent = Number(Math.abs(number).toExponential().split("e")[1]);
  let digits = halfEven(times(exactly(Math.abs(number)), power(10n, most - 1 - exponent)));
  if (digits >= 10n ** BigInt(most)) [digits, exponent] = [digits / 10n, exponent + 1];
  const text = String(digits).padEnd(most, "0");
  if (exponent < -4 || exponent >= most) {
    const mantissa = `${text[0]}.${text.slice(1)}`.replace(/\.?0+$/, "");
    return `${sign}${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const padded = exponent < 0 ? text.padStart(text.length - exponent, "0") : text;
  const point = exponent < 0 ? 1 : exponent + 1;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`.replace(/\.?0*$/, "");
}

// The fraction that a floating point number is.
function exactly(number) {
  let bottom = 1n;
  let scaled = number;
  while (!Number.isInteger(scaled)) [scaled, bottom] = [scaled * 2, bottom * 2n];
  return new Fraction(BigInt(scaled), bottom);
}

function power(base, exponent) {
  return exponent < 0 ? new Fraction(1n, base ** BigInt(-exponent)) : new Fraction(base ** BigInt(exponent));
}

function halfEven(number) {
  const [integer, rest] = [number.top / number.bottom, 2n * (number.top % number.bottom)];
  const up = rest > number.bottom || (rest === number.bottom && integer % 2n === 1n);
  return up ? integer + 1n : integer;
}

// One number or the range of several, with the unit of the case; its plural loses its s after one.
function measured(numbers, unit) {
  const values = [...new Map(numbers.map((number) => [`${number}`, number])).values()].sort(compared);
  let amount = written(values[0]);
  if (values.length > 1) amount = `${amount} to ${written(values[values.length - 1]).replace(/^about /, "")}`;
  const shown = unit && amount === "1" ? unit.replace(/s$/, "") : unit;
  return shown ? `${amount} ${shown}` : amount;
}
