package org.medulla.vision.phantom;

/**
 * The noises that cells are drawn with. They are the same in every plan.
 *
 * @param grain sensor-like, a pixel and a half
 * @param fine fine chromatin and cytoplasmic dust
 * @param granular coarser chromatin
 * @param clumps heterochromatin with soft borders
 * @param net loose chromatin: thin lines between denser fields
 * @param lumps large, soft lumps, as in dense nuclei
 * @param folds slow changes of thickness; also bends outlines
 * @param waves the slowest: how a smear's plasma and light vary
 * @param spots isolated small dots on an empty ground: fine granules
 * @param threads many octaves: torn and smeared material
 */
record Textures(
        Texture grain,
        Texture fine,
        Texture granular,
        Texture clumps,
        Texture net,
        Texture lumps,
        Texture folds,
        Texture waves,
        Texture spots,
        Texture threads) {

    static Textures make() {
        Texture grain = Texture.ofGrain(0.8, 1);
        Texture fine = Texture.ofGrain(1.5, 2);
        Texture granular = Texture.ofGrain(2.6, 3);
        Texture middle = Texture.ofGrain(4.5, 4);
        Texture large = Texture.ofGrain(8, 5);
        Texture folds = Texture.ofGrain(14, 6);
        Texture waves = Texture.ofGrain(40, 7);
        return new Textures(
                grain,
                Texture.sum(new Texture[] {fine, granular}, new double[] {1, 0.6}),
                Texture.sum(new Texture[] {granular, fine, middle}, new double[] {1, 0.4, 0.7}),
                Texture.sum(new Texture[] {middle, granular}, new double[] {1, 0.55})
                        .clumped(0.1, 0.55),
                Texture.sum(new Texture[] {granular.net(0.35), middle.net(0.25), fine}, new double[] {0.8, 1, 0.3}),
                Texture.sum(new Texture[] {large, middle}, new double[] {1, 0.7}),
                folds,
                waves,
                Texture.sum(new Texture[] {fine, grain}, new double[] {1, 0.5}).grains(0.55),
                Texture.sum(new Texture[] {fine, granular, middle, large, folds}, new double[] {0.5, 0.7, 0.9, 1, 1}));
    }
}
