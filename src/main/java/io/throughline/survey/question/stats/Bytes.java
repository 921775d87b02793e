package io.throughline.survey.question.stats;

import java.io.ByteArrayOutputStream;

/** Whole numbers in as few bytes as they need: seven bits each, the sign in the lowest one. */
final class Bytes {

    private Bytes() {}

    /** @param bytes written so far */
    record Out(ByteArrayOutputStream stream) {

        void write(long number) {
            long rest = (number << 1) ^ (number >> 63);
            while ((rest & ~0x7FL) != 0) {
                stream.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            stream.write((int) rest);
        }

        byte[] bytes() {
            return stream.toByteArray();
        }
    }

    static final class In {

        private final byte[] bytes;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
        }

        long read() {
            long number = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                number |= (long) (next & 0x7F) << shift;
                shift += 7;
            } while (next < 0);
            return (number >>> 1) ^ -(number & 1);
        }
    }
}
