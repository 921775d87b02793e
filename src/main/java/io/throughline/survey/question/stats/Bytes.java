package io.throughline.survey.question.stats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Whole numbers in as few bytes as they need, seven bits each, the sign in the lowest one; and bitmaps as they are. */
final class Bytes {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Bytes() {}

    static final class Out {

        private static final int LONGEST = 10;

        private byte[] bytes = new byte[1024];
        private int length;

        private void makeRoom(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            }
        }

        void write(long[] words) {
            makeRoom(words.length * Long.BYTES);
            for (long word : words) {
                WORD.set(bytes, length, word);
                length += Long.BYTES;
            }
        }

        void write(long number) {
            makeRoom(LONGEST);
            long rest = (number << 1) ^ (number >> 63);
            while ((rest & ~0x7FL) != 0) {
                bytes[length++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }
    }

    static final class In {

        private final byte[] bytes;
        private final ByteBuffer all;
        private int at;

        In(byte[] bytes) {
            this.bytes = bytes;
            this.all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
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

        long[] words(int count) {
            var words = new long[count];
            all.position(at).asLongBuffer().get(words);
            at += count * Long.BYTES;
            return words;
        }
    }
}
