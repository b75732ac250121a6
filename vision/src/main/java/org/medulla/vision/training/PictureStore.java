package org.medulla.vision.training;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.medulla.vision.augmentation.Augmenter;
import org.medulla.vision.augmentation.PreparedPicture;

/** Training pictures made ready, kept in memory as far as it allows and made ready again each time beyond that. */
final class PictureStore {
    private final TrainingData data;
    private final Augmenter augmenter;
    private final AtomicReferenceArray<PreparedPicture> kept;
    private final AtomicLong bytesLeft;

    /**
     * An empty store.
     *
     * @param mostBytes how much memory it may take
     */
    PictureStore(TrainingData data, Augmenter augmenter, long mostBytes) {
        this.data = data;
        this.augmenter = augmenter;
        this.kept = new AtomicReferenceArray<>(data.size());
        this.bytesLeft = new AtomicLong(mostBytes);
    }

    /** The picture, from memory or made ready now. */
    PreparedPicture get(int index) {
        PreparedPicture known = kept.get(index);
        if (known != null) {
            return known;
        }
        PreparedPicture fresh = augmenter.prepare(data.image(index), data.micronsPerPixel(index));
        if (bytesLeft.addAndGet(-fresh.bytes()) >= 0) {
            kept.set(index, fresh);
        } else {
            bytesLeft.addAndGet(fresh.bytes());
        }
        return fresh;
    }
}
